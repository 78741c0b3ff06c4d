package dev.rung;

import dev.rung.catalogue.BruteForceCatalogue;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.encoder.SkillEncoder;
import dev.rung.formats.StarterCatalogue;
import dev.rung.match.Recommender;
import java.util.ArrayList;
import java.util.List;

/** The starter catalogue, read and filled in once for all tests that only look at it. */
public final class StarterForTests {
    public static final SkillEncoder ENCODER = new LexicalEncoder();

    private StarterForTests() {}

    private static final class Changes {
        static final List<Change> ALL = StarterCatalogue.builtIn().changes(ENCODER);
    }

    private static final class Exact {
        static final Catalogue CATALOGUE = filled();
        static final Recommender RECOMMENDER = new Recommender(CATALOGUE, ENCODER);

        private static Catalogue filled() {
            Catalogue catalogue = new BruteForceCatalogue(ENCODER, Recommender.candidateReader(ENCODER));
            catalogue.write(changes());
            return catalogue;
        }
    }

    /** Every record, in the order in which they build on each other. */
    public static List<Change> changes() {
        return Changes.ALL;
    }

    /** In the exact engine. Do not write to it. */
    public static Catalogue catalogue() {
        return Exact.CATALOGUE;
    }

    /** Over {@link #catalogue()}. */
    public static Recommender recommender() {
        return Exact.RECOMMENDER;
    }

    /** All records of a kind, file by file. */
    public static <T> List<T> all(Kind<T> kind) {
        List<T> records = new ArrayList<>();
        for (Change change : changes()) {
            if (change instanceof Change.Put<?> put && put.kind().equals(kind)) {
                records.add(kind.type().cast(put.record()));
            }
        }
        return records;
    }
}
