package dev.rung.server;

import dev.rung.evaluation.Evaluation;
import dev.rung.formats.ImportNote;
import dev.rung.json.Recent;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is remembered for whoever runs the catalogue.
 *
 * @param imports the last ones
 * @param evaluations the last ones
 */
record Notes(Recent<ImportNote> imports, Recent<Evaluation> evaluations) {
    /** Those in this data folder; without one they are forgotten when the server stops. */
    static Notes in(Optional<Path> folder) {
        return folder.map(f -> new Notes(ImportNote.in(f), Evaluation.in(f)))
                .orElseGet(() -> new Notes(ImportNote.inMemory(), Evaluation.inMemory()));
    }
}
