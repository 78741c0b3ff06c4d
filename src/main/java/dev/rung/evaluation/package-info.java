/**
 * How good Rung is at what it does, measured on files of questions with known answers.
 *
 * <p>Start with {@link dev.rung.evaluation.RetrievalEvaluation}. May know every room but {@code server} and {@code cli}.
 */
@NullMarked
package dev.rung.evaluation;

import org.jspecify.annotations.NullMarked;
