package dev.rung.evaluation;

import dev.rung.encoder.SkillEncoder;
import dev.rung.encoder.VectorTable;
import dev.rung.encoder.training.HeldOutNames;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import dev.rung.skill.Taxonomy.Link;
import dev.rung.skill.Taxonomy.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From which cosine on two names mean much the same: what share of pairs that do mean it, and of pairs that happen to meet, reach each
 * floor. Floors in use are chosen from this.
 *
 * <p>Names of one skill are pairs of a label and an alternative label that training left out. Related pairs are the taxonomy's, of which
 * training saw the broader ones but not those that are merely related. Pairs by chance are every {@value #EVERY}th skill with all others that the
 * taxonomy does not link with it.
 */
public final class SimilarityEvaluation {
    private static final double[] FLOORS = {0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9};
    private static final int EVERY = 10;

    private SimilarityEvaluation() {}

    /**
     * What happens at a floor; shares from 0 to 1.
     *
     * @param sameSkill of the pairs of names of one skill
     * @param related of the pairs that the taxonomy calls related
     * @param broader of the pairs of a skill and the one above it
     * @param byChance of all other pairs
     * @param strangers how many other skills a skill meets there on average that the taxonomy does not link with it
     * @param named share of left-out names whose nearest skill reaches the floor
     * @param namedRight share of those whose nearest skill is the right one
     */
    public record Floor(
            double floor,
            double sameSkill,
            double related,
            double broader,
            double byChance,
            double strangers,
            double named,
            double namedRight) {}

    /** @param taxonomy whose skills are compared */
    public static List<Floor> run(Taxonomy taxonomy, SkillEncoder encoder) {
        List<Skill> skills = List.copyOf(taxonomy.skills());
        List<float[]> vectors =
                skills.stream().map(s -> encoder.encode(s.label())).toList();
        VectorTable table = new VectorTable(encoder.dimensions(), vectors);
        Map<SkillId, Integer> places = new HashMap<>();
        for (int s = 0; s < skills.size(); s++) places.put(skills.get(s).id(), s);

        List<Double> same = new ArrayList<>();
        List<Double> named = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        List<Double> related = new ArrayList<>();
        List<Double> broader = new ArrayList<>();
        for (int s = 0; s < skills.size(); s++) {
            Skill skill = skills.get(s);
            for (String name : skill.altLabels()) {
                if (!HeldOutNames.isHeldOut(name, skill.label())) continue;
                float[] vector = encoder.encode(name);
                same.add(SkillEncoder.dot(vector, vectors.get(s)));
                int nearest = table.nearest(List.of(vector), new float[skills.size()], 1)
                        .getFirst()[0];
                double cosine = SkillEncoder.dot(vector, vectors.get(nearest));
                named.add(cosine);
                if (nearest == s) right.add(cosine);
            }
            for (Link link : taxonomy.links(skill.id())) {
                int other = places.getOrDefault(link.other(), s);
                if (other <= s) continue;
                double cosine = SkillEncoder.dot(vectors.get(s), vectors.get(other));
                if (link.relation() == Relation.RELATED) related.add(cosine);
                else broader.add(cosine);
            }
        }

        long[] met = new long[FLOORS.length];
        long pairs = 0;
        int asked = 0;
        for (int s = 0; s < skills.size(); s += EVERY) {
            Set<SkillId> linked = new HashSet<>();
            for (Link link : taxonomy.links(skills.get(s).id())) linked.add(link.other());
            float[] cosines = table.scores(vectors.get(s));
            asked++;
            for (int other = 0; other < cosines.length; other++) {
                if (other == s || linked.contains(skills.get(other).id())) continue;
                pairs++;
                for (int f = 0; f < FLOORS.length && cosines[other] >= FLOORS[f]; f++) met[f]++;
            }
        }
        List<Floor> floors = new ArrayList<>();
        for (int f = 0; f < FLOORS.length; f++) {
            double floor = FLOORS[f];
            double reached = share(named, floor);
            floors.add(new Floor(
                    floor,
                    share(same, floor),
                    share(related, floor),
                    share(broader, floor),
                    (double) met[f] / Math.max(1, pairs),
                    (double) met[f] / Math.max(1, asked),
                    reached,
                    reached == 0 ? 0 : share(right, floor) * right.size() / (reached * named.size())));
        }
        return floors;
    }

    private static double share(List<Double> cosines, double floor) {
        double[] sorted = cosines.stream().mapToDouble(Double::doubleValue).toArray();
        return Arrays.stream(sorted).filter(c -> c >= floor).count() / (double) Math.max(1, sorted.length);
    }
}
