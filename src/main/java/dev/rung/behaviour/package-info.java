/**
 * What people did with credentials, and what that teaches: events come in, counts come out.
 *
 * <p>Start with {@link dev.rung.behaviour.Events}, the door; {@link dev.rung.behaviour.EventLog} keeps it in a folder. What recommendations
 * may use is {@link dev.rung.behaviour.Lessons}: counts over people, nothing about a person. Knows {@code skill} for its checks, {@code json} and {@code upkeep}.
 */
@NullMarked
package dev.rung.behaviour;

import org.jspecify.annotations.NullMarked;
