/**
 * Makes the model that {@link dev.rung.encoder.TrainedEncoder} reads, with Deeplearning4j and ND4J.
 *
 * <p>Start with {@link dev.rung.encoder.training.Training}. Knows {@code dev.rung.encoder} and no other room; nothing knows this
 * room but the {@code train} command, and the serving process never loads it: its libraries hold native code.
 */
@NullMarked
package dev.rung.encoder.training;

import org.jspecify.annotations.NullMarked;
