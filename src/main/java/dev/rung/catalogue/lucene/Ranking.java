package dev.rung.catalogue.lucene;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Ranked;
import dev.rung.skill.SkillId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongHeap;

/** Ranks records by what they ask for or have to offer. Made for one question, by one thread. */
final class Ranking {
    private final Snapshot snapshot;
    private final Column[] columns;
    private final Columns source;
    private final Admitted admitted;

    Ranking(Snapshot snapshot, Columns source, Kind<?> kind, Filter filter) throws IOException {
        this.snapshot = snapshot;
        this.source = source;
        this.columns = source.of(snapshot, kind);
        this.admitted = Admitted.by(snapshot, kind, filter);
    }

    /** The score of each record of a column; 0 for those that are no answer. Those not admitted need not be scored. */
    private interface Score {
        float[] of(Column column, FixedBitSet admits);
    }

    List<Ranked> byAnswers(Map<Need, Double> answers, int limit) throws IOException {
        float[] table = new float[source.numbers().size()];
        answers.forEach((need, answer) -> {
            int number = source.numbers().find(need.term());
            if (number >= 0 && number < table.length) table[number] = answer.floatValue();
        });
        return best(limit, (column, admits) -> column.sums(table));
    }

    List<Ranked> bySkills(List<Map<SkillId, Double>> wishes, boolean provenOnly, int limit) throws IOException {
        List<Map<String, Double>> terms = new ArrayList<>();
        for (Map<SkillId, Double> wish : wishes) {
            Map<String, Double> weights = new HashMap<>();
            wish.forEach((skill, weight) -> weights.put(skill.value(), weight));
            terms.add(weights);
        }
        Groups groups = Groups.of(source.numbers(), terms);
        double[] best = new double[groups.count()];
        return best(limit, (column, admits) -> {
            float[] scores = new float[column.size];
            for (int i = 0; i < column.size; i++) {
                if (admits.get(column.docs[i])) scores[i] = (float) fulfilled(column, i, groups, provenOnly, best);
            }
            return scores;
        });
    }

    private static double fulfilled(Column column, int i, Groups groups, boolean provenOnly, double[] best) {
        int end = provenOnly ? column.splits[i] : column.starts[i + 1];
        float[] strengths = provenOnly ? column.proven : column.strengths;
        boolean any = false;
        for (int e = column.starts[i]; e < end; e++) {
            int number = column.numbers[e];
            for (int slot = groups.from(number); slot < groups.to(number); slot++) {
                int wish = groups.group(slot);
                best[wish] = Math.max(best[wish], groups.weight(slot) * strengths[e]);
                any = true;
            }
        }
        if (!any) return 0;
        double sum = 0;
        for (int wish = 0; wish < best.length; wish++) {
            sum += best[wish];
            best[wish] = 0;
        }
        return sum;
    }

    /** A record that may be among the best. */
    private record Entrant(float score, int leaf, int id) {}

    private record Placed(float score, BytesRef id) {}

    private List<Ranked> best(int limit, Score score) throws IOException {
        if (limit <= 0) return List.of();
        List<Entrant> entrants = new ArrayList<>();
        for (int leaf = 0; leaf < columns.length; leaf++) {
            addBest(leaf, limit, score, entrants);
        }
        entrants.sort(Comparator.comparing(Entrant::score).reversed());
        // Ids are looked up for those only whose score may place them.
        float least = entrants.size() > limit ? entrants.get(limit - 1).score() : 0;
        SortedDocValues[] ids = new SortedDocValues[columns.length];
        List<Placed> placed = new ArrayList<>();
        for (Entrant entrant : entrants) {
            if (entrant.score() < least) break;
            int leaf = entrant.leaf();
            if (ids[leaf] == null) {
                ids[leaf] =
                        DocValues.getSorted(snapshot.getLeafContexts().get(leaf).reader(), Fields.ID);
            }
            placed.add(new Placed(entrant.score(), BytesRef.deepCopyOf(ids[leaf].lookupOrd(entrant.id()))));
        }
        placed.sort(Comparator.comparing(Placed::score).reversed().thenComparing(Placed::id));
        return placed.stream()
                .limit(limit)
                .map(p -> new Ranked(p.id().utf8ToString(), p.score()))
                .toList();
    }

    /**
     * Score and id in one number that orders as they do: the bits of a positive float order as the float does, and the smaller id is the
     * better.
     */
    private void addBest(int leaf, int limit, Score score, List<Entrant> entrants) {
        Column column = columns[leaf];
        if (column.size == 0) return;
        FixedBitSet admits = admitted.leaf(leaf);
        LongHeap best = new LongHeap(Math.min(limit, column.size));
        float[] scores = score.of(column, admits);
        for (int i = 0; i < column.size; i++) {
            if (scores[i] > 0 && admits.get(column.docs[i])) {
                best.insertWithOverflow((long) Float.floatToIntBits(scores[i]) << 32 | ~column.ids[i] & 0xFFFFFFFFL);
            }
        }
        while (best.size() > 0) {
            long packed = best.pop();
            entrants.add(new Entrant(Float.intBitsToFloat((int) (packed >>> 32)), leaf, ~(int) packed));
        }
    }
}
