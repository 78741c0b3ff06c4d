package dev.rung.wallet;

import dev.rung.catalogue.CandidateReader;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.ErasureLog;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Yielding;
import dev.rung.person.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A catalogue in which a candidate can be replaced on the condition that nobody else has changed them meanwhile.
 *
 * <p>Checking credentials takes time, and in that time somebody may be erased. What was read before must not be written back then. So whoever
 * changes candidates does it through here: plain writes go side by side as ever, and a conditional one, which takes no longer than looking again
 * and writing, has them wait.
 */
final class SharedCatalogue implements Catalogue {
    private final Catalogue catalogue;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    SharedCatalogue(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Replaces those of the candidates who are still as they were.
     *
     * @return those who are not, and so were not replaced
     */
    List<Replacement> replace(List<Replacement> replacements) {
        lock.writeLock().lock();
        try {
            List<Replacement> stale;
            try (CatalogueView view = catalogue.view()) {
                stale = replacements.stream()
                        .filter(r ->
                                !view.find(Kind.CANDIDATES, r.before().id()).equals(Optional.of(r.before())))
                        .toList();
            }
            List<Change> changes = replacements.stream()
                    .filter(r -> !stale.contains(r) && !r.after().equals(r.before()))
                    .<Change>map(r -> Change.put(Kind.CANDIDATES, r.after()))
                    .toList();
            if (!changes.isEmpty()) catalogue.write(changes);
            return stale;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * One candidate, replaced.
     *
     * @param before as they were read
     * @param after as they are to be
     */
    record Replacement(Candidate before, Candidate after) {}

    @Override
    public void write(List<Change> changes) {
        if (changes.stream().noneMatch(SharedCatalogue::isOfCandidate)) {
            catalogue.write(changes);
            return;
        }
        lock.readLock().lock();
        try {
            catalogue.write(changes);
        } finally {
            lock.readLock().unlock();
        }
    }

    private static boolean isOfCandidate(Change change) {
        return switch (change) {
            case Change.Put<?> put -> put.kind().equals(Kind.CANDIDATES);
            case Change.Remove remove -> remove.kind().equals(Kind.CANDIDATES);
        };
    }

    @Override
    public CatalogueView view() {
        return catalogue.view();
    }

    @Override
    public void purge() {
        catalogue.purge();
    }

    @Override
    public Optional<ErasureLog> erasureLog() {
        return catalogue.erasureLog();
    }

    @Override
    public boolean isOutdated() {
        return catalogue.isOutdated();
    }

    @Override
    public Optional<CandidateReader> candidateReader() {
        return catalogue.candidateReader();
    }

    @Override
    public Yielding yielding() {
        return catalogue.yielding();
    }

    @Override
    public Rebuild rebuild() {
        return catalogue.rebuild();
    }

    @Override
    public void close() {
        catalogue.close();
    }
}
