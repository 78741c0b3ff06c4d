package dev.rung.evaluation;

import java.util.List;

/** A way to order the texts of a corpus by how well they answer a query. */
public interface Ranker {
    /** Short name, as the command line has it. */
    String name();

    /** Takes in a corpus. The index may keep the list. */
    Index index(List<String> corpus);

    /** Does to each text what must be done before it can be compared, and keeps nothing: speed is measured by this. */
    default void read(List<String> texts) {
        index(texts);
    }

    /** A corpus that was taken in. Safe for use by many threads. */
    interface Index {
        /** A score for each text of the corpus, in its order: higher is better, only the order counts. */
        float[] scores(String query);
    }
}
