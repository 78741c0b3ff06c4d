package dev.rung.server;

import dev.rung.evaluation.Evaluation;
import dev.rung.formats.ImportNote;
import dev.rung.json.Recent;
import dev.rung.wallet.Round;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is remembered for whoever runs the catalogue.
 *
 * @param imports the last ones
 * @param evaluations the last ones
 * @param rechecks the last rounds of checks of what candidates hold
 */
record Notes(Recent<ImportNote> imports, Recent<Evaluation> evaluations, Recent<Round> rechecks) {
    /** Those in this data folder; without one they are forgotten when the server stops. */
    static Notes in(Optional<Path> folder) {
        return folder.map(f -> new Notes(ImportNote.in(f), Evaluation.in(f), Round.in(f)))
                .orElseGet(() -> new Notes(ImportNote.inMemory(), Evaluation.inMemory(), Round.inMemory()));
    }
}
