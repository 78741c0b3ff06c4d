/**
 * How good are the answers? Golden cases that a sensible adviser would agree with, and retrieval figures on public tasks.
 *
 * <p>Start with {@link dev.rung.evaluation.GoldenCases} and {@link dev.rung.evaluation.RetrievalEvaluation}; {@code next} measures what
 * histories foresee. Knows {@code match} and what it stands on, and of the engine its plain BM25 index, which is a yardstick; nothing but {@code cli} and
 * {@code server} knows it.
 */
@NullMarked
package dev.rung.evaluation;

import org.jspecify.annotations.NullMarked;
