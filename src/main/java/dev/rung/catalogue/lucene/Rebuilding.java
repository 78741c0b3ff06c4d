package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;

/**
 * A generation under construction. Fed by whoever rebuilds ({@link #write}) and by everybody who writes to the live catalogue meanwhile
 * ({@link #follow}); what the latter wrote is not overwritten by the former.
 *
 * <p>Safe for use by many threads: whatever touches the new index holds this object's monitor.
 */
final class Rebuilding implements Catalogue.Rebuild {
    private final LuceneCatalogue catalogue;
    private final Index next;
    private final Set<Term> writtenLive = new HashSet<>();
    private final Map<Term, Change> candidatesWrittenLive = new HashMap<>();
    private Optional<IOException> failure = Optional.empty();
    private boolean uncommitted;
    /** Whether some of that is read where candidates are. */
    private boolean unsettled;

    private boolean ended;

    Rebuilding(LuceneCatalogue catalogue, Index next) {
        this.catalogue = catalogue;
        this.next = next;
    }

    @Override
    public void write(List<Change> changes) {
        Batch batch = Batch.of(changes);
        try {
            write(batch.first(), true);
            if (batch.candidates().isEmpty()) return;
            if (isUnsettled()) settle();
            write(batch.candidates(), false);
        } catch (IOException e) {
            throw LuceneCatalogue.failed(e);
        }
    }

    /** @param isRead whether candidates are read in the light of it */
    private void write(Map<Term, Change> changes, boolean isRead) throws IOException {
        if (changes.isEmpty()) return;
        List<Index.Operation> operations = catalogue.prepared(next, changes.values());
        synchronized (this) {
            mustBeOpen();
            next.apply(operations.stream()
                    .filter(o -> !writtenLive.contains(o.key()))
                    .toList());
            uncommitted = true;
            unsettled |= isRead;
        }
    }

    /** Takes over what is being written to the live catalogue. If storage refuses that, it is the rebuild that fails, and not the write. */
    synchronized void follow(Map<Term, Change> changes) {
        if (ended || failure.isPresent()) return;
        writtenLive.addAll(changes.keySet());
        try {
            next.apply(catalogue.prepared(next, changes.values()));
        } catch (IOException e) {
            failure = Optional.of(e);
            return;
        }
        changes.forEach((key, change) -> {
            if (change instanceof Change.Put<?> put && put.kind().equals(Kind.CANDIDATES)) {
                candidatesWrittenLive.put(key, change);
            } else {
                candidatesWrittenLive.remove(key);
            }
        });
        uncommitted = true;
        unsettled = true;
    }

    private synchronized boolean isUnsettled() {
        return unsettled;
    }

    /** Makes what was written so far visible to those who read candidates. */
    private synchronized void settle() throws IOException {
        mustBeOpen();
        if (!uncommitted) return;
        next.commit();
        uncommitted = false;
        unsettled = false;
    }

    @Override
    public Optional<CatalogueView> preview() {
        try {
            settle();
            return Optional.of(catalogue.looking(next));
        } catch (IOException e) {
            throw LuceneCatalogue.failed(e);
        }
    }

    @Override
    public void publish() {
        try {
            // Most of the work, while everybody else goes on writing; the rest is done while nobody does.
            settle();
            catalogue.publish(this);
        } catch (IOException e) {
            throw LuceneCatalogue.failed(e);
        }
    }

    /** The last step, while nothing is written to the live catalogue: everything durable, candidates read anew. */
    synchronized Index finished() throws IOException {
        settle();
        if (!candidatesWrittenLive.isEmpty()) {
            next.apply(catalogue.prepared(next, candidatesWrittenLive.values()));
            next.commit();
        }
        return next;
    }

    /** The new generation is the live one now. */
    synchronized void handedOver() {
        ended = true;
    }

    private void mustBeOpen() throws IOException {
        if (failure.isPresent()) throw new IOException(failure.get().getMessage(), failure.get());
        if (ended) throw new IllegalStateException("this rebuild was published or discarded");
    }

    @Override
    public void close() {
        synchronized (this) {
            if (ended) return;
            ended = true;
        }
        try {
            catalogue.discarded(this);
            next.letGo();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
