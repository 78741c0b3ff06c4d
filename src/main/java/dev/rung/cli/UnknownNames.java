package dev.rung.cli;

import dev.rung.match.Understanding.Note;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Names that a command gives and the catalogue does not have. The question is answered without them, so this is said on standard error, where it is
 * lost neither among the results nor in a pipe.
 */
final class UnknownNames {
    private static final Set<String> GIVEN = Set.of("/target", "/role", "/job", "/from");

    private UnknownNames() {}

    /** Tells of those, and gives the other notes. */
    static List<Note> tell(List<Note> notes, CommandSpec spec) {
        PrintWriter err = spec.commandLine().getErr();
        for (Note note : notes) {
            if (isOne(note)) err.println("rung: " + note.message());
        }
        err.flush();
        return notes.stream().filter(note -> !isOne(note)).toList();
    }

    private static boolean isOne(Note note) {
        return GIVEN.contains(note.at());
    }
}
