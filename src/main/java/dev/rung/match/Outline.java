package dev.rung.match;

import dev.rung.credential.Credential;
import dev.rung.credential.Outcome;
import dev.rung.match.Similarities.Relation;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a credential teaches, prepared for being compared with others: how much of it another one covers.
 *
 * <p>Each skill taught is a topic with a weight, the confidence that it is taught. Another credential covers a topic as far as the best of
 * what it teaches answers for it: the same skill fully, a narrower, broader, related or near one by its default {@link
 * Weights.SimilarityWeights}, and each level between the two by {@value #LEVEL_STEP}, up or down. Immutable.
 */
final class Outline {
    /** Each level apart, in either direction: a course for experts is no course for beginners. */
    private static final double LEVEL_STEP = 0.8;
    /**
     * Where skills were found in text, so many are taught at the least: two courses in whose texts the same single skill was found do not for that
     * reason teach the same.
     */
    private static final int LEAST_FOUND = 4;

    private final List<Topic> topics;
    private final double total;
    private final Map<SkillId, Cover> covers;

    private Outline(List<Topic> topics, double total, Map<SkillId, Cover> covers) {
        this.topics = topics;
        this.total = total;
        this.covers = covers;
    }

    /**
     * One skill taught.
     *
     * @param skill which
     * @param level that it is taught to
     * @param weight above 0 and up to 1
     */
    record Topic(SkillId skill, Level level, double weight) {}

    /** The best that there is in an outline for a skill. */
    private record Cover(Topic by, Relation relation, double factor) {}

    /**
     * How a topic of one credential is covered by another.
     *
     * @param topic of the one
     * @param by the topic of the other that covers it
     * @param relation of the covering skill to the covered one
     * @param share 0 to 1
     */
    record Covered(Topic topic, Topic by, Relation relation, double share) {}

    static Outline of(Credential credential, Similarities similarities) {
        Map<SkillId, Topic> topics = new TreeMap<>();
        boolean found = false;
        for (Outcome outcome : credential.outcomes()) {
            if (outcome.skill().isEmpty()) continue;
            found |= outcome.confidence().isPresent();
            Topic topic = new Topic(
                    outcome.skill().get(),
                    Taught.level(outcome, credential),
                    outcome.confidence().orElse(1.0));
            if (topic.weight() > 0) topics.merge(topic.skill(), topic, Outline::better);
        }
        List<Topic> ordered = new ArrayList<>(topics.values());
        ordered.sort(Comparator.comparingDouble(Topic::weight).reversed().thenComparing(Topic::skill));
        Map<SkillId, Cover> covers = new HashMap<>();
        for (Topic topic : ordered) {
            for (Similarities.Neighbour near : similarities.of(topic.skill())) {
                double factor = near.factor(Weights.SimilarityWeights.DEFAULT);
                Cover known = covers.get(near.skill());
                if (factor > 0 && (known == null || factor > known.factor())) {
                    covers.put(near.skill(), new Cover(topic, near.relation(), factor));
                }
            }
        }
        double sum = ordered.stream().mapToDouble(Topic::weight).sum();
        boolean partlyKnown = found && ordered.size() < LEAST_FOUND && !ordered.isEmpty();
        return new Outline(List.copyOf(ordered), partlyKnown ? sum * LEAST_FOUND / ordered.size() : sum, covers);
    }

    private static Topic better(Topic one, Topic other) {
        int byLevel = one.level().compareTo(other.level());
        if (byLevel != 0) return byLevel > 0 ? one : other;
        return one.weight() >= other.weight() ? one : other;
    }

    /** The topics, weightiest first, ties by skill. */
    List<Topic> topics() {
        return topics;
    }

    /** How this topic of another outline is covered here, if it is. */
    Optional<Covered> cover(Topic topic) {
        Cover cover = covers.get(topic.skill());
        if (cover == null) return Optional.empty();
        int apart = Math.abs(cover.by().level().ordinal() - topic.level().ordinal());
        return Optional.of(
                new Covered(topic, cover.by(), cover.relation(), cover.factor() * Math.pow(LEVEL_STEP, apart)));
    }

    /**
     * The share of what is taught here that another one teaches too, 0 to 1.
     *
     * @param least once it is clear that the share is below this, 0 is returned
     */
    double coveredBy(Outline other, double least) {
        double lost = total * (1 - least);
        double covered = 0;
        double left = topics.stream().mapToDouble(Topic::weight).sum();
        lost -= total - left;
        for (Topic topic : topics) {
            if (lost < -1e-9) return 0;
            double part =
                    topic.weight() * other.cover(topic).map(Covered::share).orElse(0.0);
            covered += part;
            lost -= topic.weight() - part;
        }
        return lost < -1e-9 ? 0 : covered / total;
    }

    /** How much two credentials teach the same: the harmonic mean of what each covers of the other; 0 if it is below {@code least}. */
    double likeness(Outline other, double least) {
        if (topics.isEmpty() || other.topics.isEmpty()) return 0;
        // 2xy ÷ (x + y) with y = 1 reaches the least at x = least ÷ (2 − least).
        double each = least / (2 - least);
        double there = coveredBy(other, each);
        if (there < each || there == 0) return 0;
        double back = other.coveredBy(this, each);
        if (back < each || back == 0) return 0;
        double mean = 2 * there * back / (there + back);
        return mean < least ? 0 : mean;
    }
}
