package dev.rung.match;

import dev.rung.person.Constraints;
import dev.rung.person.HeldCredential;
import dev.rung.person.HeldSkill;
import java.util.List;
import java.util.Optional;

/**
 * A change of the profile and what it does to a result, or to the whole answer (R19). Nothing here is guessed: the changed profile was asked about,
 * and {@code after} is what came back. So applying the change and asking again gives exactly that.
 *
 * @param kind {@code recent} (use a skill again), {@code level}, {@code proof}, {@code skill}, {@code reach} (several skills that together bring a job
 *     within reach), or the name of a limit in {@link Constraints}
 * @param text in words
 * @param add what to append to the profile's skills and credentials
 * @param constraints the profile's limits afterwards, all of them
 * @param before how things stand now
 * @param after how they stand with the change
 * @param first for a change of the answer: the best result that it lets in
 */
public record Change(
        String kind,
        String text,
        Optional<Addition> add,
        Optional<Constraints> constraints,
        Standing before,
        Standing after,
        Optional<Newcomer> first) {
    /** Most changes that can be asked for, for each result. */
    public static final int MOST = 10;

    /** What is appended to a profile. */
    public record Addition(List<HeldSkill> skills, List<HeldCredential> credentials) {
        public Addition {
            skills = List.copyOf(skills);
            credentials = List.copyOf(credentials);
        }
    }

    /**
     * How a result or an answer stands; what does not apply is left out.
     *
     * @param score of the result
     * @param rank its place among the first {@value RecommendationRequest#MAX_LIMIT}, from 1
     * @param met essential requirements that are met
     * @param reachable whether the job is within reach
     * @param opens jobs that the credential would bring within reach
     * @param weeks that the credential takes
     * @param total of the answer, as in {@link Recommendations}
     */
    public record Standing(
            Optional<Double> score,
            Optional<Integer> rank,
            Optional<Integer> met,
            Optional<Boolean> reachable,
            Optional<Long> opens,
            Optional<Integer> weeks,
            Optional<Long> total) {
        static Standing ofTotal(long total) {
            return new Standing(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(total));
        }
    }

    /** A result that was not among the first {@value RecommendationRequest#MAX_LIMIT} before. */
    public record Newcomer(String id, String title, int rank) {}
}
