package dev.rung.catalogue.lucene;

import dev.rung.catalogue.CandidateReader;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueContract;
import dev.rung.catalogue.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LuceneCatalogueTest extends CatalogueContract {
    @TempDir
    Path folder;

    private int opened;

    @Override
    protected Catalogue open() {
        return open(Samples.READER);
    }

    @Override
    protected Catalogue open(CandidateReader reader) {
        return LuceneCatalogue.open(folder.resolve("catalogue" + opened++), ENCODER, reader);
    }
}
