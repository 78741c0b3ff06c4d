package dev.rung.encoder.training;

import dev.rung.encoder.SkillEncoder;
import dev.rung.encoder.VectorTable;
import dev.rung.encoder.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every twentieth alternative name of the classification, kept out of training: can the network still tell whose name it is? The
 * choice is by the name's hash, so it does not change when other names come or go.
 */
public final class HeldOutNames {
    private static final int ONE_IN = 20;
    /** Enough for a figure that is steady in the second decimal. */
    private static final int MOST_QUERIES = 1_000;

    private record Name(String name, int concept) {}

    private final List<EscoFolder.Concept> concepts = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();
    private final Set<Long> keys = new HashSet<>();

    HeldOutNames(EscoFolder esco) {
        concepts.addAll(esco.skills);
        concepts.addAll(esco.occupations);
        for (int c = 0; c < concepts.size(); c++) {
            for (String name : concepts.get(c).alternatives()) {
                if (isHeldOut(name, concepts.get(c).label())) {
                    keys.add(Words.key(name));
                    names.add(new Name(name, c));
                }
            }
        }
    }

    /** Whether training leaves out an alternative name of the concept with this label. */
    public static boolean isHeldOut(String name, String label) {
        long key = Words.key(name);
        return Long.remainderUnsigned(key, ONE_IN) == 0 && key != Words.key(label);
    }

    /** Keys ({@link Words#key}) of the names. */
    Set<Long> keys() {
        return keys;
    }

    /** The mean of 1 ÷ rank of the right concept among all labels, over up to {@value #MOST_QUERIES} names. */
    double meanReciprocalRank(SkillEncoder encoder) {
        if (names.isEmpty()) return 0;
        VectorTable labels = new VectorTable(
                encoder.dimensions(),
                concepts.stream().map(c -> encoder.encode(c.label())).toList());
        int every = Math.max(1, names.size() / MOST_QUERIES);
        double sum = 0;
        int queries = 0;
        for (int n = 0; n < names.size(); n += every) {
            float[] scores = labels.scores(encoder.encode(names.get(n).name()));
            int right = names.get(n).concept();
            int rank = 1;
            for (int i = 0; i < scores.length; i++) {
                if (scores[i] > scores[right] || (scores[i] == scores[right] && i < right)) rank++;
            }
            sum += 1.0 / rank;
            queries++;
        }
        return sum / queries;
    }
}
