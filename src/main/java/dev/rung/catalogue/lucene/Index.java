package dev.rung.catalogue.lucene;

import dev.rung.catalogue.CursorExpired;
import dev.rung.catalogue.Facts;
import dev.rung.catalogue.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * One generation's Lucene index: a writer, and snapshots of what it committed.
 *
 * <p>Changes may be applied by many threads at once; {@link #commit} must run alone. Lives as long as somebody has a hold on it: the
 * catalogue has one while this is the live generation, and so has every open view.
 */
final class Index {
    /** Of heap, until it is written as a segment; a rebuild beside the live index has as much again. */
    private static final double WRITE_BUFFER_MB = 24;
    /** A cursor keeps its snapshot, and thereby files that were merged away, for so long and among so many at most. */
    private static final double OLDEST_HELD_SECONDS = 300;

    private static final int MOST_HELD = 8;

    private final String id;
    private final Directory directory;
    private final Common common;
    private final Runnable whenClosed;
    private final SearcherManager snapshots;
    private final SearcherLifetimeManager held = new SearcherLifetimeManager();
    private final AtomicInteger holds = new AtomicInteger(1);
    private final Set<Kind<?>> touched = ConcurrentHashMap.newKeySet();
    private volatile @Nullable IndexWriter writer;
    private CommitNote note;
    private @Nullable LazyTaxonomy newestTaxonomy;

    /** A change, ready to be applied; no document: remove. */
    record Operation(Kind<?> kind, Term key, @Nullable Document document) {}

    private Index(
            String id,
            Directory directory,
            @Nullable IndexWriter writer,
            CommitNote note,
            Common common,
            Runnable whenClosed)
            throws IOException {
        this.id = id;
        this.directory = directory;
        this.writer = writer;
        this.note = note;
        this.common = common;
        this.whenClosed = whenClosed;
        this.snapshots = new SearcherManager(directory, new SearcherFactory() {
            @Override
            public Snapshot newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
                // Before anybody asks it something: reading columns takes time that whoever writes has, and whoever
                // asks has not.
                common.columns().warm(reader);
                return snapshot((DirectoryReader) reader);
            }
        });
    }

    /** An empty index in a folder of its own.
     *
     * @param whenClosed runs after the last hold is gone and the files are closed
     */
    static Index create(String id, Path folder, String model, Common common, Runnable whenClosed) throws IOException {
        Directory directory = FSDirectory.open(folder);
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(directory, config(common, IndexWriterConfig.OpenMode.CREATE));
            CommitNote note = CommitNote.start(model);
            writer.setLiveCommitData(note.written().entrySet());
            writer.commit();
            return new Index(id, directory, writer, note, common, whenClosed);
        } catch (IOException | RuntimeException e) {
            abandon(writer, directory);
            throw e;
        }
    }

    /** The index of a folder, as it was committed last. */
    static Index open(String id, Path folder, Common common, Runnable whenClosed) throws IOException {
        Directory directory = FSDirectory.open(folder);
        IndexWriter writer = null;
        try {
            CommitNote note = noteIn(directory);
            writer = new IndexWriter(directory, config(common, IndexWriterConfig.OpenMode.APPEND));
            return new Index(id, directory, writer, note, common, whenClosed);
        } catch (IOException | RuntimeException e) {
            abandon(writer, directory);
            throw e;
        }
    }

    /** The index of a folder, as it was committed last, to be read while another process writes to it. */
    static Index openToRead(String id, Path folder, Common common) throws IOException {
        Directory directory = FSDirectory.open(folder, NoLockFactory.INSTANCE);
        try {
            return new Index(id, directory, null, noteIn(directory), common, () -> {});
        } catch (IOException | RuntimeException e) {
            abandon(null, directory);
            throw e;
        }
    }

    private static void abandon(@Nullable IndexWriter writer, Directory directory) {
        Closeable unwritten = writer == null ? () -> {} : writer::rollback;
        IOUtils.closeWhileHandlingException(unwritten, directory);
    }

    /** How many durable writes the index in a folder has seen; 0 if there is none. */
    static long sequenceIn(Path folder) throws IOException {
        try (Directory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) return 0;
            return noteIn(directory).sequence();
        }
    }

    private static IndexWriterConfig config(Common common, IndexWriterConfig.OpenMode mode) {
        return new IndexWriterConfig(common.analysis())
                .setOpenMode(mode)
                .setCodec(new VectorCodec())
                .setRAMBufferSizeMB(WRITE_BUFFER_MB)
                // To purge is to purge: by default segments with few deletions are left alone.
                .setMergeScheduler(new PoliteMerges(common.yielding()))
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                .setCommitOnClose(false);
    }

    private static CommitNote noteIn(Directory directory) throws IOException {
        return CommitNote.read(SegmentInfos.readLatestCommit(directory).getUserData());
    }

    String id() {
        return id;
    }

    /** Name of the encoder that made its vectors. */
    String model() {
        return note.model();
    }

    /** Whether every record in it can be found by all of today's {@link dev.rung.catalogue.Facts}. */
    boolean hasAllFacts() {
        return note.facts() == Facts.VERSION;
    }

    /** Applies changes, in order; they are neither durable nor visible before {@link #commit}. */
    void apply(List<Operation> operations) throws IOException {
        writing(to -> {
            for (Operation operation : operations) {
                touched.add(operation.kind());
                if (operation.document() == null) {
                    to.deleteDocuments(operation.key());
                } else {
                    to.updateDocument(operation.key(), operation.document());
                }
            }
        });
    }

    /** Makes everything applied so far durable, then visible. */
    void commit() throws IOException {
        CommitNote next = note.next(touched);
        writing(to -> {
            to.setLiveCommitData(next.written().entrySet());
            to.commit();
        });
        note = next;
        touched.clear();
        snapshots.maybeRefreshBlocking();
    }

    /** Rewrites every segment that still holds the bytes of a deleted document. */
    void purge() throws IOException {
        writing(to -> to.forceMergeDeletes(true));
        commit();
        writing(IndexWriter::deleteUnusedFiles);
    }

    @FunctionalInterface
    private interface Writing {
        void to(IndexWriter writer) throws IOException;
    }

    /** A writer that met a full disk closes itself, in the middle of a write or of a merge in the background, and throws anything but an IOException from then on. */
    private void writing(Writing writing) throws IOException {
        IndexWriter now = writer;
        if (now == null) throw new IOException("this index is open for reading only");
        try {
            writing.to(now);
        } catch (AlreadyClosedException e) {
            Throwable tragedy = now.getTragicException();
            if (tragedy == null) throw e;
            throw new IOException("storage refused an earlier write: " + tragedy.getMessage(), tragedy);
        }
    }

    /** Whether storage refused something, and nothing can be written before {@link #startOver}. */
    boolean isBroken() {
        IndexWriter now = writer;
        return now != null && !now.isOpen();
    }

    /** Forgets what was not committed and begins again from the last commit. Nothing else may be applied or committed meanwhile. */
    void startOver() throws IOException {
        rollback();
        note = noteIn(directory);
        touched.clear();
        writer = new IndexWriter(directory, config(common, IndexWriterConfig.OpenMode.APPEND));
        snapshots.maybeRefreshBlocking();
    }

    private void rollback() throws IOException {
        IndexWriter now = writer;
        if (now != null) now.rollback();
    }

    private Snapshot snapshot(DirectoryReader reader) throws IOException {
        CommitNote shown = CommitNote.read(reader.getIndexCommit().getUserData());
        long since = shown.version(Kind.SKILLS);
        LazyTaxonomy taxonomy = newestTaxonomy;
        if (taxonomy == null || taxonomy.since() != since) {
            taxonomy = new LazyTaxonomy(since, common.taxonomy());
            newestTaxonomy = taxonomy;
        }
        return new Snapshot(reader, id, shown, taxonomy);
    }

    /** The newest snapshot; to be given back by {@link #release(Snapshot)}. */
    Snapshot newest() throws IOException {
        return (Snapshot) snapshots.acquire();
    }

    void release(Snapshot snapshot) throws IOException {
        snapshots.release(snapshot);
    }

    /** Keeps a snapshot for the pages to come.
     *
     * @return by which number it can be had again
     */
    long keep(Snapshot snapshot) throws IOException {
        long version = held.record(snapshot);
        AtomicInteger seen = new AtomicInteger();
        held.prune((age, old) -> seen.incrementAndGet() > MOST_HELD || age > OLDEST_HELD_SECONDS);
        return version;
    }

    /** A snapshot that was kept; to be given back by {@link #release(Snapshot)}.
     *
     * @throws CursorExpired if it is gone
     */
    Snapshot kept(long version) throws IOException {
        Snapshot newest = newest();
        if (((DirectoryReader) newest.getIndexReader()).getVersion() == version) return newest;
        release(newest);
        Snapshot snapshot = (Snapshot) held.acquire(version);
        if (snapshot == null) {
            throw new CursorExpired(
                    "the catalogue has changed since this cursor was given out; start again without a cursor");
        }
        return snapshot;
    }

    /** Takes a hold; fails if the last one is gone already. */
    boolean hold() {
        return holds.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    /** Gives a hold back. The last one closes the index. */
    void letGo() throws IOException {
        if (holds.decrementAndGet() > 0) return;
        try {
            // Whatever was not committed was not acknowledged: rolling back leaves the last commit as it is.
            IOUtils.close(held, snapshots, this::rollback, directory);
        } finally {
            whenClosed.run();
        }
    }
}
