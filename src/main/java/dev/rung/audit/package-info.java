/**
 * What an employer must be able to show: who was shown to a recruiter, for which question and by which numbers ({@link dev.rung.audit.Decisions}), and at
 * which rates people of different groups were chosen ({@link dev.rung.audit.ImpactTable}).
 *
 * <p>The two never meet: a decision record holds no attribute of a person but their id, and an impact table is made from a file that the operator
 * supplies and Rung does not keep. So no protected attribute enters Rung's records or scores.
 *
 * <p>Knows {@code match}, {@code json}, {@code upkeep} and {@code skill}.
 */
@NullMarked
package dev.rung.audit;

import org.jspecify.annotations.NullMarked;
