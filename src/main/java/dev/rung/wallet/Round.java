package dev.rung.wallet;

import dev.rung.json.Recent;
import dev.rung.skill.Check;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What is remembered of a round of checks of everything that candidates hold, so that a server that is started again knows when the next one is due.
 *
 * @param at when it was over
 * @param found what became of them: numbers only
 */
public record Round(Instant at, Wallet.Tally found) {
    /** The name of the file in a data folder. */
    public static final String FILE = "rechecks.json";

    private static final int MOST_KEPT = 10;

    public Round {
        Check.present("at", at);
        Check.present("found", found);
    }

    /** Those of the catalogue in a data folder. */
    public static Recent<Round> in(Path folder) {
        return Recent.in(folder.resolve(FILE), Round.class, MOST_KEPT);
    }

    /** Those of a catalogue that is in no folder. */
    public static Recent<Round> inMemory() {
        return Recent.inMemory(MOST_KEPT);
    }
}
