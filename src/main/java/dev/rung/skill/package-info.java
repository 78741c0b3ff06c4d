/**
 * The words everything else speaks: what a skill is, how well it is held, and how skills hang together.
 *
 * <p>Start with {@link dev.rung.skill.Skill} and {@link dev.rung.skill.Taxonomy}. This room knows no other room of Rung.
 */
@NullMarked
package dev.rung.skill;

import org.jspecify.annotations.NullMarked;
