/**
 * Which course next, measured: given what somebody took so far, where does what they took next come in a ranking?
 *
 * <p>Start with {@link dev.rung.evaluation.next.NextEvaluation}. {@link dev.rung.evaluation.next.Transitions} is the yardstick, and what recommendations
 * use of histories; {@link dev.rung.evaluation.next.Blend} is the best that is known here.
 */
@NullMarked
package dev.rung.evaluation.next;

import org.jspecify.annotations.NullMarked;
