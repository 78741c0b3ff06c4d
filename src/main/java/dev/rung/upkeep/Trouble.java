package dev.rung.upkeep;

import dev.rung.skill.Check;

/**
 * Something that is not as it should be in a data folder.
 *
 * @param part of the folder: {@code catalogue}, {@code events}, {@code decisions}, …
 * @param severity how bad it is
 * @param file which one, from the folder on
 * @param message what is wrong
 * @param advice what to do
 */
public record Trouble(String part, Severity severity, String file, String message, String advice) {
    public Trouble {
        part = Check.id("part", part);
        Check.present("severity", severity);
        Check.present("file", file);
        Check.present("message", message);
        Check.present("advice", advice);
    }

    /** How bad it is. */
    public enum Severity {
        /** Something was lost or cannot be used. */
        DAMAGE,
        /** Nothing was lost; something should be done. */
        NOTE
    }

    public static Trouble damage(String part, String file, String message, String advice) {
        return new Trouble(part, Severity.DAMAGE, file, message, advice);
    }

    public static Trouble note(String part, String file, String message, String advice) {
        return new Trouble(part, Severity.NOTE, file, message, advice);
    }

    /** For people: {@code damage: events/events.log: line 3 does not match its checksum; …}. */
    @Override
    public String toString() {
        return severity.name().toLowerCase(java.util.Locale.ROOT) + ": " + file + ": " + message + "; " + advice;
    }
}
