package dev.rung.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rung.catalogue.RecordText;
import dev.rung.encoder.SkillEncoder;
import dev.rung.encoder.VectorTable;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Which skills a held one can answer for, and how far: itself, what the taxonomy links it with, and what lies near by vector.
 *
 * <p>The neighbours of a skill are kept for as long as the taxonomy stays the same, since looking them up by vector is the dearest part
 * of a request. They depend on the taxonomy and the encoder alone, and on no index: so they outlive a rebuild of the catalogue, and no engine answers otherwise
 * than another. Safe for use by many threads.
 */
final class Similarities {
    private static final int NEAREST = 12;
    private static final int MOST_KEPT = 20_000;
    private static final int AT_ONCE = 32;
    /** What is related to more than this is related to everything and says nothing: ESCO relates “think critically” to hundreds of skills. */
    private static final int MOST_RELATED = 25;

    private final SkillEncoder encoder;
    private final Taxonomy taxonomy;
    /** The skills in the order of their ids, and what each is about. */
    private final List<SkillId> ids;

    private final VectorTable essences;
    private final Cache<SkillId, List<Neighbour>> neighbours =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    Similarities(SkillEncoder encoder, Taxonomy taxonomy) {
        this.encoder = encoder;
        this.taxonomy = taxonomy;
        this.ids = taxonomy.skills().stream().map(Skill::id).toList();
        this.essences = new VectorTable(
                encoder.dimensions(),
                taxonomy.skills().stream()
                        .map(skill -> encoder.encode(RecordText.of(skill).essence()))
                        .toList());
    }

    /** How the skill that is asked stands to the one that is held. */
    enum Relation {
        SAME,
        NARROWER,
        BROADER,
        RELATED,
        NEAR
    }

    /** A skill that a held one can answer for, as the taxonomy or the vectors have it. */
    record Neighbour(SkillId skill, Relation relation, double cosine) {
        /** How far, 0 to 1; 0 where the caller's floor lies above. */
        double factor(Weights.SimilarityWeights weights) {
            return switch (relation) {
                case SAME -> 1;
                case NARROWER -> weights.narrower();
                case BROADER -> weights.broader();
                case RELATED -> weights.related();
                case NEAR -> cosine >= weights.vectorFloor() ? cosine * weights.vector() : 0;
            };
        }
    }

    /** The skills that a held one can answer for, itself first, each once. */
    List<Neighbour> of(SkillId held) {
        return neighbours.get(held, this::find);
    }

    /**
     * Finds the neighbours of all skills, as far as they are kept, so that nobody has to wait for them. Many at once are found several times faster than one by one,
     * since the vectors are brought into a core's cache once for all of them.
     *
     * @param more asked now and then whether to go on; may take its time
     */
    void findAll(BooleanSupplier more) {
        List<SkillId> unknown = ids.stream()
                .limit(MOST_KEPT)
                .filter(id -> neighbours.getIfPresent(id) == null)
                .toList();
        for (int from = 0; from < unknown.size(); from += AT_ONCE) {
            List<SkillId> some = unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE));
            List<float[]> vectors =
                    some.stream().map(id -> encoder.encode(taxonomy.label(id))).toList();
            List<int[]> near = essences.nearest(vectors, new float[ids.size()], NEAREST);
            for (int i = 0; i < some.size(); i++) {
                neighbours.put(some.get(i), neighbours(some.get(i), vectors.get(i), near.get(i)));
            }
            if (!more.getAsBoolean()) return;
        }
    }

    private List<Neighbour> find(SkillId held) {
        float[] vector = encoder.encode(taxonomy.label(held));
        return neighbours(
                held,
                vector,
                essences.nearest(List.of(vector), new float[ids.size()], NEAREST)
                        .getFirst());
    }

    private List<Neighbour> neighbours(SkillId held, float[] vector, int[] nearest) {
        List<Neighbour> found = new ArrayList<>();
        Set<SkillId> seen = new HashSet<>();
        found.add(new Neighbour(held, Relation.SAME, 1));
        seen.add(held);
        List<Taxonomy.Link> links = taxonomy.links(held);
        long related = links.stream()
                .filter(l -> l.relation() == Taxonomy.Relation.RELATED)
                .count();
        for (Taxonomy.Link link : links) {
            if (link.relation() == Taxonomy.Relation.RELATED && related > MOST_RELATED) continue;
            if (seen.add(link.other())) found.add(new Neighbour(link.other(), relation(link), 1));
        }
        // The zero vector says that the encoder knows nothing of this skill: it is near to nothing.
        if (SkillEncoder.dot(vector, vector) == 0) return List.copyOf(found);
        for (int near : nearest) {
            SkillId other = ids.get(near);
            if (seen.add(other)) {
                double cosine = SkillEncoder.dot(vector, encoder.encode(taxonomy.label(other)));
                found.add(new Neighbour(other, Relation.NEAR, Math.min(1, cosine)));
            }
        }
        return List.copyOf(found);
    }

    /** A link is named for what the other skill is; a neighbour for what the held one is to it. */
    private static Relation relation(Taxonomy.Link link) {
        return switch (link.relation()) {
            case SAME -> Relation.SAME;
            case BROADER -> Relation.NARROWER;
            case NARROWER -> Relation.BROADER;
            case RELATED -> Relation.RELATED;
        };
    }
}
