package dev.rung.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything indexed: skills, roles, jobs, credentials and candidates.
 *
 * <pre>{@code
 * try (Catalogue catalogue = LuceneCatalogue.open(folder, encoder, candidates)) {
 *     catalogue.write(List.of(Change.put(Kind.ROLES, pastryChef)));
 *     try (CatalogueView view = catalogue.view()) {
 *         view.find(Kind.ROLES, "pastry-chef");   // the role, as it was written
 *     }
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads. All methods throw {@link java.io.UncheckedIOException} when storage fails.
 */
public interface Catalogue extends AutoCloseable {
    /** A consistent look at the newest acknowledged state. Cheap; must be closed. */
    CatalogueView view();

    /**
     * Carries out the changes, in order. When this returns they are durable, all of them, and every view opened from then on
     * shows them; when it throws, none is acknowledged. Concurrent calls share the cost of making things durable.
     */
    void write(List<Change> changes);

    /**
     * Makes sure that nothing of a removed or replaced record is left in storage. Removal alone takes a record out of every answer, but an
     * engine may keep its bytes until it tidies up; when this returns, they are gone. Dear: it may rewrite much of the index.
     */
    void purge();

    /** How processes beside this catalogue tell each other who was erased; none if it is one process's alone. */
    default Optional<ErasureLog> erasureLog() {
        return Optional.empty();
    }

    /**
     * Whether the vectors were made by an encoder of another name than the one in use. Until {@link #reindex}, texts are then found by
     * their words alone and {@link CatalogueView#nearest} finds nothing: vectors of two models are never compared.
     */
    boolean isOutdated();

    /** Makes a new generation of the records of the live one, with this encoder's vectors, and publishes it. */
    default void reindex() {
        try (Rebuild rebuild = rebuild();
                CatalogueView view = view()) {
            for (Kind<?> kind : Kind.ALL) {
                rebuild.copy(kind, view);
            }
            rebuild.publish();
        }
    }

    /** By what it reads what candidates hold, if that can be told: whoever answers questions about them may share what the reader keeps. */
    default Optional<CandidateReader> candidateReader() {
        return Optional.empty();
    }

    /** Tells whom work in the background is to give way to: the engine's own, where it has any in this process, and that of whoever asks for this. */
    default Yielding yielding() {
        return new Yielding();
    }

    /** Begins a new generation beside the live one. At most one rebuild can be under way.
     *
     * @throws IllegalStateException if one already is
     */
    Rebuild rebuild();

    @Override
    void close();

    /**
     * A generation being built. Readers see the old one until {@link #publish()}. What is written to the catalogue meanwhile goes to both, so that
     * nothing acknowledged is lost by the swap; a record written to the live catalogue after the rebuild began wins over the same record
     * in the rebuild.
     */
    interface Rebuild extends AutoCloseable {
        /** Adds to the new generation; need not be durable before {@link #publish()}. */
        void write(List<Change> changes);

        /** Adds every record of a kind. */
        default <T> void copy(Kind<T> kind, CatalogueView from) {
            int atOnce = 500;
            List<Change> changes = new ArrayList<>(atOnce);
            from.each(kind, record -> {
                changes.add(Change.put(kind, record));
                if (changes.size() == atOnce) {
                    write(changes);
                    changes.clear();
                }
            });
            write(changes);
        }

        /**
         * The new generation as it is so far, for making ready what its first readers would wait for; must be closed before {@link #publish()}. Nothing
         * where an engine cannot show it.
         */
        default Optional<CatalogueView> preview() {
            return Optional.empty();
        }

        /** Makes the new generation durable and then live, in one step. */
        void publish();

        /** Discards the new generation if it was not published. */
        @Override
        void close();
    }
}
