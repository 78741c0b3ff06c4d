package dev.rung.catalogue.lucene;

import dev.rung.catalogue.CandidateReader;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Yielding;
import dev.rung.encoder.SkillEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Catalogue} in a folder of this machine.
 *
 * <pre>{@code
 * try (LuceneCatalogue catalogue = LuceneCatalogue.open(folder, encoder, candidates)) {
 *     if (catalogue.isOutdated()) catalogue.reindex();   // another model made its vectors
 *     ...
 * }
 * }</pre>
 *
 * <p>How it works, from the outside in: {@link Generations} keeps the folder, one {@link Index} is live, a {@link Rebuilding} may stand beside it.
 * {@link Batch} and {@link DocumentMapping} turn changes into documents, on the caller's thread; {@link GroupCommit} makes them durable,
 * for all waiting callers at once. A {@link LuceneView} reads one commit, a {@link Snapshot}: words and vectors through Lucene
 * ({@link TextSearch}), demand and supply through arrays in memory ({@link Columns}).
 *
 * <p>Safe for use by many threads. One process at a time can have a folder open. Whatever happens to the process, a write that
 * returned is in the folder.
 */
public final class LuceneCatalogue implements Catalogue {
    private final Generations generations;
    private final SkillEncoder encoder;
    private final DocumentMapping mapping;
    private final CandidateReader candidates;
    private final Common common = Common.fresh();
    private final TextSearch texts;
    private final Records records = new Records();
    private final GroupCommit commits = new GroupCommit(this::commit, this::recover);
    private volatile Index live;
    private volatile @Nullable Rebuilding rebuilding;
    private volatile boolean closed;

    private LuceneCatalogue(Generations generations, SkillEncoder encoder, CandidateReader candidates)
            throws IOException {
        this.generations = generations;
        this.encoder = encoder;
        this.candidates = candidates;
        this.mapping = new DocumentMapping(encoder, candidates);
        this.texts = new TextSearch(common.analysis(), encoder);
        Optional<String> known = generations.live();
        String id = known.isPresent() ? known.get() : Generations.newId();
        if (known.isEmpty()) for (String other : generations.all()) mustBeUnused(other);
        live = known.isPresent() ? Index.open(id, generations.of(id), common, () -> closed(id)) : create(id);
        if (known.isEmpty()) generations.publish(id);
        // Only now: had the live one been damaged, another might have been the last whole one.
        for (String other : generations.all()) if (!other.equals(id)) generations.delete(other);
    }

    /** Another process has the folder open; {@link LuceneReading} reads beside it. */
    public static final class InUse extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        InUse(IOException why) {
            super(String.valueOf(why.getMessage()), why);
        }
    }

    /**
     * Opens the catalogue in a folder, an empty one if there is none.
     *
     * @throws InUse if another process has it open
     * @throws UncheckedIOException if it cannot be read; the message names the folder
     */
    public static LuceneCatalogue open(Path folder, SkillEncoder encoder, CandidateReader candidates) {
        try {
            Generations generations = Generations.open(folder);
            try {
                return new LuceneCatalogue(generations, encoder, candidates);
            } catch (IllegalArgumentException e) {
                IOUtils.closeWhileHandlingException(generations);
                throw Damage.ofCodec(folder, e);
            } catch (IOException | RuntimeException e) {
                IOUtils.closeWhileHandlingException(generations);
                throw e;
            }
        } catch (Generations.InUse e) {
            throw new InUse(e);
        } catch (IOException e) {
            IOException why = Damage.explained(folder, e);
            throw new UncheckedIOException(
                    "Cannot open the catalogue in " + folder.toAbsolutePath() + ": " + why.getMessage(), why);
        }
    }

    /** Whether a catalogue was ever opened in a folder. */
    public static boolean isIn(Path folder) {
        return Generations.areIn(folder);
    }

    /** The only generation that may lack a name in {@code live} is one whose first start was interrupted. */
    private void mustBeUnused(String id) throws IOException {
        if (Index.sequenceIn(generations.of(id)) > 0) {
            throw new IOException("its file live is missing, but the generation " + id
                    + " holds data; rung check --repair names the newest one that is whole");
        }
    }

    private Index create(String id) throws IOException {
        try {
            return Index.create(id, generations.of(id), encoder.name(), common, () -> closed(id));
        } catch (IOException e) {
            generations.delete(id);
            throw e;
        }
    }

    /** An index that nobody uses any more: if it is not the live one, its files go. */
    private void closed(String id) {
        if (id.equals(live.id())) return;
        try {
            generations.delete(id);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Also if there are people in it who were indexed by a version that did not know by which evidence they are searched today. */
    @Override
    public boolean isOutdated() {
        return !hasOurVectors(live) || !live.hasAllFacts() && hasPeople();
    }

    private boolean hasPeople() {
        try (CatalogueView view = view()) {
            return view.count(Kind.CANDIDATES, Filter.NONE) > 0;
        }
    }

    private boolean hasOurVectors(Index index) {
        return index.model().equals(encoder.name());
    }

    @Override
    public CatalogueView view() {
        try {
            while (true) {
                mustBeOpen();
                Index index = live;
                if (index.hold()) return viewOf(index);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The view takes over the hold. */
    private LuceneView viewOf(Index index) throws IOException {
        try {
            return new LuceneView(index, common.columns(), texts, records, hasOurVectors(index));
        } catch (IOException | RuntimeException e) {
            index.letGo();
            throw e;
        }
    }

    @Override
    public void write(List<Change> changes) {
        Batch batch = Batch.of(changes);
        try {
            write(batch.first());
            write(batch.candidates());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void write(Map<Term, Change> changes) throws IOException {
        if (changes.isEmpty()) return;
        mustBeOpen();
        // Such as by a merge in the background, since the last write.
        if (live.isBroken()) commits.recover(new IOException("storage refused an earlier write"));
        Index expected = live;
        List<Index.Operation> early = prepared(expected, changes.values());
        commits.write(() -> {
            mustBeOpen();
            Index index = live;
            index.apply(index == expected ? early : prepared(index, changes.values()));
            Rebuilding beside = rebuilding;
            if (beside != null) beside.follow(changes);
        });
    }

    /** Storage refused something: back to what was committed last, from where writing goes on once there is room. */
    private boolean recover(boolean must) throws IOException {
        if (closed || !must && !live.isBroken()) return false;
        live.startOver();
        return true;
    }

    private void commit() throws IOException {
        live.commit();
    }

    /** What an index shows, live or not. */
    LuceneView looking(Index index) throws IOException {
        if (!index.hold()) throw new IllegalStateException("the catalogue is closed");
        return viewOf(index);
    }

    List<Index.Operation> prepared(Index index, Collection<Change> changes) throws IOException {
        try (LuceneView view = looking(index)) {
            return Batch.prepared(changes, mapping, hasOurVectors(index), view);
        }
    }

    @Override
    public void purge() {
        try {
            commits.exclusively(() -> {
                mustBeOpen();
                live.purge();
            });
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public Optional<CandidateReader> candidateReader() {
        return Optional.of(candidates);
    }

    @Override
    public Yielding yielding() {
        return common.yielding();
    }

    @Override
    public Rebuild rebuild() {
        try {
            mustBeOpen();
            String id = Generations.newId();
            Rebuilding started = new Rebuilding(this, create(id));
            try {
                commits.exclusively(() -> {
                    mustBeOpen();
                    if (rebuilding != null) throw new IllegalStateException("a rebuild is under way already");
                    // From here on the new generation sees what is written, and a view shows what was.
                    rebuilding = started;
                });
            } catch (IOException | RuntimeException e) {
                started.close();
                throw e;
            }
            return started;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void publish(Rebuilding finished) throws IOException {
        Index old = live;
        commits.exclusively(() -> {
            Index next = finished.finished();
            generations.publish(next.id());
            live = next;
            rebuilding = null;
            finished.handedOver();
        });
        old.letGo();
    }

    void discarded(Rebuilding unfinished) {
        if (rebuilding == unfinished) rebuilding = null;
    }

    private void mustBeOpen() {
        if (closed) throw new IllegalStateException("the catalogue is closed");
    }

    static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("The catalogue's storage failed: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            Rebuilding unfinished = rebuilding;
            if (unfinished != null) unfinished.close();
            boolean[] first = new boolean[1];
            commits.exclusively(() -> {
                if (closed) return;
                closed = true;
                first[0] = true;
            });
            if (!first[0]) return;
            live.letGo();
            generations.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
