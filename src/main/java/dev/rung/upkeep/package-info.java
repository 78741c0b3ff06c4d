/**
 * Backups of data folders, and the word for what can be wrong with one.
 *
 * <p>Start with {@link dev.rung.upkeep.Backup}. Knows files, {@code json} and {@code skill}, and nothing of what is in them: whoever keeps something in a
 * data folder says what belongs into a backup of it, and looks after it.
 */
@NullMarked
package dev.rung.upkeep;

import org.jspecify.annotations.NullMarked;
