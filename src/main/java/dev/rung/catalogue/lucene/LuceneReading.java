package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.encoder.SkillEncoder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The newest commit in a folder that another process has open, such as a running server: to be read, and as it was when this was opened.
 *
 * <p>Sound because the files of a commit are never changed, and stay readable while they are open, whatever becomes of them. Safe for use by many threads.
 */
public final class LuceneReading implements Catalogue {
    private static final int TRIES = 100;

    private final Path folder;
    private final Index index;
    private final boolean vectors;
    private final Common common;
    private final TextSearch texts;
    private final Records records = new Records();

    private LuceneReading(Path folder, Index index, SkillEncoder encoder, Common common) {
        this.folder = folder;
        this.index = index;
        this.vectors = index.model().equals(encoder.name());
        this.common = common;
        this.texts = new TextSearch(common.analysis(), encoder);
    }

    /**
     * Opens the catalogue in a folder.
     *
     * @throws UncheckedIOException if there is none, or it cannot be read; the message names the folder
     */
    public static LuceneReading open(Path folder, SkillEncoder encoder) {
        Common common = Common.fresh();
        try {
            IOException gone = new NoSuchFileException(folder.toString());
            for (int i = 0; i < TRIES; i++) {
                String id = Generations.liveIn(folder)
                        .orElseThrow(() -> new FileNotFoundException("there is no catalogue in "
                                + folder.toAbsolutePath() + "; name its folder with --data"));
                Path generation = folder.resolve("generations").resolve(id);
                if (!Files.isDirectory(generation)) continue;
                try {
                    return new LuceneReading(folder, Index.openToRead(id, generation, common), encoder, common);
                } catch (NoSuchFileException | FileNotFoundException e) {
                    // Replaced between two looks: there is a newer one.
                    gone = e;
                }
            }
            throw gone;
        } catch (IllegalArgumentException e) {
            throw LuceneCatalogue.failed(Damage.ofCodec(folder, e));
        } catch (IOException e) {
            throw LuceneCatalogue.failed(Damage.explained(folder, e));
        }
    }

    @Override
    public CatalogueView view() {
        try {
            if (!index.hold()) throw new IllegalStateException("the catalogue is closed");
            return new LuceneView(index, common.columns(), texts, records, vectors);
        } catch (IOException e) {
            throw LuceneCatalogue.failed(e);
        }
    }

    @Override
    public void write(List<Change> changes) {
        throw readOnly();
    }

    @Override
    public void purge() {
        throw readOnly();
    }

    /** Never: whoever has the folder open sees to that. */
    @Override
    public boolean isOutdated() {
        return false;
    }

    @Override
    public Rebuild rebuild() {
        throw readOnly();
    }

    private UncheckedIOException readOnly() {
        return new UncheckedIOException(new IOException("the catalogue in " + folder.toAbsolutePath()
                + " is in use by another process, and open here for reading only"));
    }

    @Override
    public void close() {
        try {
            index.letGo();
        } catch (IOException e) {
            throw LuceneCatalogue.failed(e);
        }
    }
}
