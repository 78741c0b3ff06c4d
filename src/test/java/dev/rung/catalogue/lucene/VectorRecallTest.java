package dev.rung.catalogue.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Ranked;
import dev.rung.catalogue.Samples;
import dev.rung.encoder.SkillEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight bits a dimension find almost what full vectors find. */
class VectorRecallTest {
    private static final int RECORDS = 3_000;
    private static final int QUERIES = 50;

    /** Any text has a vector of its own that points anywhere: the hardest case, since nothing stands out. */
    private static final SkillEncoder SCATTERED = new SkillEncoder() {
        @Override
        public String name() {
            return "scattered";
        }

        @Override
        public int dimensions() {
            return 256;
        }

        @Override
        public float[] encode(String text) {
            Random random = new Random(text.hashCode() * 2_654_435_761L);
            float[] vector = new float[dimensions()];
            double length = 0;
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) random.nextGaussian();
                length += vector[i] * vector[i];
            }
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / Math.sqrt(length));
            }
            return vector;
        }
    };

    @TempDir
    Path folder;

    @Test
    void atLeastNineteenOfTwentyNearestAreFound() {
        Map<String, float[]> vectors = new TreeMap<>();
        try (LuceneCatalogue catalogue = LuceneCatalogue.open(folder, SCATTERED, Samples.READER)) {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                vectors.put("s" + i, SCATTERED.encode("skill " + i));
                changes.add(Change.put(Kind.SKILLS, Samples.skill("s" + i, "skill " + i)));
                if (changes.size() == 500) {
                    catalogue.write(changes);
                    changes.clear();
                }
            }
            int found = 0;
            try (CatalogueView view = catalogue.view()) {
                for (int q = 0; q < QUERIES; q++) {
                    float[] query = SCATTERED.encode("query " + q);
                    List<String> nearest = vectors.entrySet().stream()
                            .sorted(Comparator.comparing(e -> -SkillEncoder.dot(query, e.getValue())))
                            .limit(20)
                            .map(Map.Entry::getKey)
                            .toList();
                    found += (int) view.nearest(Kind.SKILLS, query, Filter.NONE, 20).stream()
                            .map(Ranked::id)
                            .filter(nearest::contains)
                            .count();
                }
            }
            assertThat(found).isGreaterThanOrEqualTo(QUERIES * 19);
        }
    }
}
