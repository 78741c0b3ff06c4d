package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.rung.credential.AssessmentKind;
import dev.rung.person.EvidenceKind;
import dev.rung.skill.Check;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Every number that a score depends on. A caller may set any of them; what is left out keeps its default, and each answer names
 * the weights that were used. The defaults are judgements of Rung's authors, not measurements, unless a field says otherwise.
 *
 * @param evidence how much an unverified piece of evidence is worth, 0 to 1, by kind
 * @param verified how much a verified one is worth, 0 to 1, by kind
 * @param assessment factor on an assessed credential, 0 to 1, by the strongest kind of assessment
 * @param similarity how far one skill answers for another
 * @param levelStep factor for each level below the one asked, 0 to 1
 * @param halfLifeYears after so many years unused, a skill counts half; above 0
 * @param met from which held strength on a need counts as met, above 0 and up to 1
 * @param reach share of the essential requirements that must be met for a job to be within reach, above 0 and up to 1
 * @param next what makes a next credential good
 */
public record Weights(
        Map<EvidenceKind, Double> evidence,
        Map<EvidenceKind, Double> verified,
        Map<AssessmentKind, Double> assessment,
        SimilarityWeights similarity,
        double levelStep,
        double halfLifeYears,
        double met,
        double reach,
        NextWeights next) {
    public static final Weights DEFAULT = of(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Weights {
        evidence = complete("evidence", evidence, EvidenceKind.class);
        verified = complete("verified", verified, EvidenceKind.class);
        assessment = complete("assessment", assessment, AssessmentKind.class);
        Check.present("similarity", similarity);
        Check.range("levelStep", levelStep, 0, 1);
        Check.range("halfLifeYears", halfLifeYears, 0.1, 1_000);
        Check.range("met", met, 0.01, 1);
        Check.range("reach", reach, 0.01, 1);
        Check.present("next", next);
    }

    /** As read from JSON: what is left out keeps its default. */
    @JsonCreator
    public static Weights of(
            Optional<Map<EvidenceKind, Double>> evidence,
            Optional<Map<EvidenceKind, Double>> verified,
            Optional<Map<AssessmentKind, Double>> assessment,
            Optional<SimilarityWeights> similarity,
            Optional<Double> levelStep,
            Optional<Double> halfLifeYears,
            Optional<Double> met,
            Optional<Double> reach,
            Optional<NextWeights> next) {
        return new Weights(
                over(
                        Map.of(
                                EvidenceKind.SELF, 0.60,
                                EvidenceKind.WORK, 0.70,
                                EvidenceKind.ENDORSED, 0.74,
                                EvidenceKind.ATTENDED, 0.78,
                                EvidenceKind.ASSESSED, 0.85),
                        evidence),
                over(
                        Map.of(
                                EvidenceKind.SELF, 0.60,
                                EvidenceKind.WORK, 0.80,
                                EvidenceKind.ENDORSED, 0.80,
                                EvidenceKind.ATTENDED, 0.85,
                                EvidenceKind.ASSESSED, 1.00),
                        verified),
                over(
                        Map.of(
                                AssessmentKind.PRACTICAL, 1.00,
                                AssessmentKind.PROCTORED_EXAM, 1.00,
                                AssessmentKind.PROJECT, 1.00,
                                AssessmentKind.SIMULATION, 0.97,
                                AssessmentKind.CASE_STUDY, 0.97,
                                AssessmentKind.EXAM, 0.95,
                                AssessmentKind.PEER_REVIEW, 0.92,
                                AssessmentKind.NONE, 1.00),
                        assessment),
                Check.optional(similarity).orElse(SimilarityWeights.DEFAULT),
                Check.optional(levelStep).orElse(0.6),
                Check.optional(halfLifeYears).orElse(8.0),
                Check.optional(met).orElse(0.4),
                Check.optional(reach).orElse(0.8),
                Check.optional(next).orElse(NextWeights.DEFAULT));
    }

    /** What a piece of evidence of this kind is worth. */
    double worth(EvidenceKind kind, boolean isVerified) {
        return Objects.requireNonNull((isVerified ? verified : evidence).get(kind));
    }

    /** The factor on an assessment of this kind. */
    double worth(AssessmentKind kind) {
        return Objects.requireNonNull(assessment.get(kind));
    }

    private static <K extends Enum<K>> Map<K, Double> over(Map<K, Double> defaults, Optional<Map<K, Double>> given) {
        Map<K, Double> all = new EnumMap<>(defaults);
        Check.optional(given).ifPresent(all::putAll);
        return all;
    }

    private static <K extends Enum<K>> Map<K, Double> complete(String field, Map<K, Double> values, Class<K> keys) {
        Map<K, Double> copy = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            String name =
                    field + "/" + key.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            copy.put(key, Check.range(name, Check.present(name, values.get(key)), 0, 1));
        }
        return java.util.Collections.unmodifiableMap(copy);
    }

    /**
     * How far a held skill answers for another one that is asked, 0 to 1; the same skill answers fully.
     *
     * @param narrower the held skill is a special case of the one asked
     * @param broader the held skill is more general than the one asked
     * @param related the two stand beside each other
     * @param vector factor on the cosine of two skills that are near by vector alone
     * @param vectorFloor cosine under which two skills count as unlike. Measured by {@code rung eval similarity} on ESCO 1.1.1: at .80, of names
     *     of one skill that training had not seen 77 in a hundred reach it, of pairs that ESCO does not link 4 in 100,000, so that a skill meets
     *     one stranger every second time; at .70 it would meet two each time
     */
    public record SimilarityWeights(
            double narrower, double broader, double related, double vector, double vectorFloor) {
        public static final SimilarityWeights DEFAULT =
                of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public SimilarityWeights {
            Check.range("narrower", narrower, 0, 1);
            Check.range("broader", broader, 0, 1);
            Check.range("related", related, 0, 1);
            Check.range("vector", vector, 0, 1);
            Check.range("vectorFloor", vectorFloor, 0, 1);
        }

        @JsonCreator
        public static SimilarityWeights of(
                Optional<Double> narrower,
                Optional<Double> broader,
                Optional<Double> related,
                Optional<Double> vector,
                Optional<Double> vectorFloor) {
            return new SimilarityWeights(
                    Check.optional(narrower).orElse(0.85),
                    Check.optional(broader).orElse(0.55),
                    Check.optional(related).orElse(0.35),
                    Check.optional(vector).orElse(0.70),
                    Check.optional(vectorFloor).orElse(0.80));
        }
    }

    /**
     * What makes a next credential good. The first two say how useful it is to this person, and the others scale with that: a
     * credential that is of no use is not recommended for being cheap.
     *
     * @param gain what it adds to the match with the target, or with the roles nearest to the person
     * @param opens how many jobs it opens
     * @param trust how well it proves what it teaches
     * @param effort how few hours and how little money it takes
     * @param outcomes how many finish it
     * @param histories how often people who completed what the person holds completed it later; see {@link dev.rung.behaviour.Lessons#next}. As
     *     useful as gain and opens, beside them
     */
    public record NextWeights(
            double gain, double opens, double trust, double effort, double outcomes, double histories) {
        public static final NextWeights DEFAULT = of(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        public NextWeights {
            Check.range("gain", gain, 0, 100);
            Check.range("opens", opens, 0, 100);
            Check.range("trust", trust, 0, 100);
            Check.range("effort", effort, 0, 100);
            Check.range("outcomes", outcomes, 0, 100);
            Check.range("histories", histories, 0, 100);
        }

        @JsonCreator
        public static NextWeights of(
                Optional<Double> gain,
                Optional<Double> opens,
                Optional<Double> trust,
                Optional<Double> effort,
                Optional<Double> outcomes,
                Optional<Double> histories) {
            return new NextWeights(
                    Check.optional(gain).orElse(1.0),
                    Check.optional(opens).orElse(0.5),
                    Check.optional(trust).orElse(0.3),
                    Check.optional(effort).orElse(0.3),
                    Check.optional(outcomes).orElse(0.1),
                    Check.optional(histories).orElse(0.5));
        }
    }
}
