package dev.rung.catalogue.lucene;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;

/**
 * The changes of one call, the last one of each record only, in two parts: candidates are read in the light of everything else
 * ({@link dev.rung.catalogue.CandidateReader}), so they come after it.
 *
 * @param first changes of skills, roles, jobs and credentials
 * @param candidates changes of candidates
 */
record Batch(Map<Term, Change> first, Map<Term, Change> candidates) {
    static Batch of(List<Change> changes) {
        Map<Term, Change> first = new LinkedHashMap<>();
        Map<Term, Change> candidates = new LinkedHashMap<>();
        for (Change change : changes) {
            Map<Term, Change> part = kindOf(change).equals(Kind.CANDIDATES) ? candidates : first;
            part.put(keyOf(change), change);
        }
        return new Batch(first, candidates);
    }

    static Term keyOf(Change change) {
        return switch (change) {
            case Change.Put<?> put -> Fields.key(put.kind(), put.id());
            case Change.Remove remove -> Fields.key(remove.kind(), remove.id());
        };
    }

    private static Kind<?> kindOf(Change change) {
        return switch (change) {
            case Change.Put<?> put -> put.kind();
            case Change.Remove remove -> remove.kind();
        };
    }

    /**
     * The changes as operations on an index. This is where the work is: JSON, facts, vectors.
     *
     * @param vectors whether the index holds vectors of the encoder in use
     * @param view of the state in which candidates are read
     */
    static List<Index.Operation> prepared(
            Collection<Change> changes, DocumentMapping mapping, boolean vectors, CatalogueView view) {
        List<Index.Operation> operations = new ArrayList<>(changes.size());
        for (Change change : changes) {
            operations.add(
                    switch (change) {
                        case Change.Put<?> put ->
                            new Index.Operation(put.kind(), keyOf(put), document(put, mapping, vectors, view));
                        case Change.Remove remove -> new Index.Operation(remove.kind(), keyOf(remove), null);
                    });
        }
        return operations;
    }

    private static <T> Document document(
            Change.Put<T> put, DocumentMapping mapping, boolean vectors, CatalogueView view) {
        return mapping.document(put.kind(), put.record(), vectors, view);
    }
}
