/**
 * Which credentials in which order: towards a role, a job or an award, or to most jobs, within limits of hours, cost, dates and steps.
 *
 * <p>Start with {@link dev.rung.pathway.Pathfinder}. A question becomes a {@link dev.rung.pathway.Task} in whole numbers, which a
 * {@link dev.rung.pathway.PlanSearch} solves: {@link dev.rung.pathway.BranchAndBound}, where the hard part is explained, or
 * {@link dev.rung.pathway.Exhaustive}, the yardstick that tries everything.
 *
 * <p>Knows {@code match} and what it stands on; knows no engine, no HTTP and no command line.
 */
@NullMarked
package dev.rung.pathway;

import org.jspecify.annotations.NullMarked;
