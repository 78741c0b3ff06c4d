package dev.rung.catalogue.lucene;

import dev.rung.catalogue.CandidateReader;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.Exactness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import org.apache.lucene.util.IOUtils;

/** The embedded engine, on any catalogue. */
class ExactnessTest extends Exactness {
    private Path folder = Path.of("");

    @Override
    protected Catalogue open(CandidateReader reader) throws IOException {
        folder = Files.createTempDirectory("exactness");
        return LuceneCatalogue.open(folder, ENCODER, reader);
    }

    @AfterTry
    void delete() throws IOException {
        IOUtils.rm(folder);
    }

    @Property(tries = 10)
    void filters(@ForAll long seed) throws IOException {
        filtersAdmitTheSame(seed);
    }

    @Property(tries = 10)
    void facets(@ForAll long seed) throws IOException {
        facetsCountTheSame(seed);
    }

    @Property(tries = 10)
    void reach(@ForAll long seed) throws IOException {
        theSameJobsAreWithinReach(seed);
    }

    @Property(tries = 10)
    void ranking(@ForAll long seed) throws IOException {
        theSameRecordsFitBest(seed);
    }

    /** In eight bits, into which the few large numbers of {@link dev.rung.encoder.LexicalEncoder} do not fit well. */
    @Example
    void nearest() throws IOException {
        nearestAmongEquals(0.03, 0.1);
    }
}
