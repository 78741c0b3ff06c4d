/**
 * How good are the answers? Golden cases that a sensible adviser would agree with, retrieval figures on public tasks, and pathways beside
 * trying everything.
 *
 * <p>Start with {@link dev.rung.evaluation.GoldenCases}, {@link dev.rung.evaluation.RetrievalEvaluation}
 * and {@link dev.rung.evaluation.PathwayEvaluation}; {@code next} measures what histories foresee. Knows {@code match}, {@code pathway} and what
 * they stand on, and of the engine its plain BM25 index, which is a yardstick; nothing but {@code cli} and
 * {@code server} knows it.
 */
@NullMarked
package dev.rung.evaluation;

import org.jspecify.annotations.NullMarked;
