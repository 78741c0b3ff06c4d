package dev.rung.catalogue;

import dev.rung.role.Job;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One state of a {@link Catalogue}: whatever is asked of one view is answered from the same records.
 *
 * <p>Safe for use by many threads until closed. Every order is total: ties are broken by id.
 */
public interface CatalogueView extends AutoCloseable {
    Generation generation();

    /** The {@link Generation#sequence()} of the last write that touched a kind: what was derived from that kind holds until it changes. */
    long version(Kind<?> kind);

    /** All skills of this state. */
    Taxonomy taxonomy();

    /** The record of that id, as it was written. */
    <T> Optional<T> find(Kind<T> kind, String id);

    /** The records of those ids, in the order asked; those that do not exist are left out. */
    <T> List<T> find(Kind<T> kind, Collection<String> ids);

    /** Hands every record of a kind to the consumer, ordered by id, without holding them all in memory. */
    <T> void each(Kind<T> kind, Consumer<T> consumer);

    /**
     * Full-text and vector search, both rankings fused.
     *
     * @throws CursorExpired if the cursor is unknown or too old
     */
    <T> Page<T> search(Kind<T> kind, Search search);

    /** How many records pass the filter. Exact. */
    long count(Kind<?> kind, Filter filter);

    /** How many of the records that pass have each word of a field ({@link Facts}): the most frequent ones. Exact.
     *
     * @param most how many words at most; ties by word
     */
    SortedMap<String, Long> facet(Kind<?> kind, String field, Filter filter, int most);

    /**
     * The roles or jobs that these answers fit best, by {@code Σ w·h} over their requirements, divided by their
     * {@link dev.rung.role.Requirement#total}.
     *
     * @param kind {@link Kind#ROLES} or {@link Kind#JOBS}
     * @param answers how strongly each need is answered, above 0 and up to 1; needs not named are not answered
     * @param limit how many at most
     * @return best first; the engine may round weights, so ask for a few more than needed and score them exactly
     */
    List<Ranked> rankByAnswers(Kind<?> kind, Map<Need, Double> answers, Filter filter, int limit);

    /**
     * The credentials that teach, or the candidates that hold, these skills best: the sum over the wishes of the best
     * {@code wish weight × strength} among a wish's skills.
     *
     * @param kind {@link Kind#CREDENTIALS} (strength 1 for each outcome) or {@link Kind#CANDIDATES} (see {@link CandidateReader})
     * @param wishes each a set of skills that can answer it, with weights above 0
     * @param provenOnly for candidates: only verified evidence counts
     * @return best first, only those that answer some wish
     */
    List<Ranked> rankBySkills(
            Kind<?> kind, List<Map<SkillId, Double>> wishes, boolean provenOnly, Filter filter, int limit);

    /** The records of a kind whose text vectors are nearest to a vector, by cosine. */
    List<Ranked> nearest(Kind<?> kind, float[] vector, Filter filter, int limit);

    /**
     * How many jobs are within reach: of a job's n essential requirements at least {@link Reach#needed} are met. A job of which too
     * little is {@linkplain Reach#isKnown known} is never within reach. Exact.
     *
     * @param met the needs that are met
     * @param threshold share of the essential requirements that must be met, above 0 and up to 1
     * @param jobs which jobs count
     */
    long reachable(Set<Need> met, double threshold, Filter jobs);

    /** Which jobs those are, ordered by id, beginning after an id (empty: from the start). */
    List<String> reachableIds(Set<Need> met, double threshold, Filter jobs, String after, int limit);

    /**
     * For each gain, how many jobs would come within reach that are not, if its needs were met as well. Exact, and made in a shared pass:
     * never one query a gain.
     *
     * @param gains each a set of needs that would be met on top
     * @return one count a gain, in order
     */
    long[] newlyReachable(Set<Need> met, double threshold, List<Set<Need>> gains, Filter jobs);

    /**
     * The same counts taken apart by a word of the jobs ({@link Facts}), such as their role. Exact, and made in a shared pass as well.
     *
     * @param field of the jobs; a job without a word in it is in no count, one with several in each
     * @return one map a gain, in order: how many jobs with that word come within reach
     */
    List<SortedMap<String, Long>> newlyReachableBy(
            String field, Set<Need> met, double threshold, List<Set<Need>> gains, Filter jobs);

    /** Which jobs one gain brings within reach, ordered by id, beginning after an id (empty: from the start). */
    List<String> newlyReachableIds(
            Set<Need> met, double threshold, Set<Need> gain, Filter jobs, String after, int limit);

    /**
     * What jobs still lack that are not within reach and would be if all of these needs were met as well. Exact. It is what planning several
     * steps ahead needs: any part of the hoped-for needs can be counted from it without asking again.
     *
     * <p>This one asks the other methods; an engine that holds the jobs in memory has a faster way to the same answer.
     *
     * @param hoped needs that might be met on top
     * @return jobs that lack the same, together; ordered by what they lack
     */
    default List<Lack> lacking(Set<Need> met, double threshold, Set<Need> hoped, Filter jobs) {
        Set<Need> then = new HashSet<>(met);
        then.addAll(hoped);
        SortedMap<Lack, Long> counts = new TreeMap<>();
        List<String> ids = reachableIds(then, threshold, jobs, "", Lack.PAGE);
        while (!ids.isEmpty()) {
            for (Job job : find(Kind.JOBS, ids)) {
                Lack.of(job, met, threshold, hoped).ifPresent(lack -> counts.merge(lack, 1L, Long::sum));
            }
            ids = reachableIds(then, threshold, jobs, ids.getLast(), Lack.PAGE);
        }
        return counts.entrySet().stream().map(e -> e.getKey().of(e.getValue())).toList();
    }

    @Override
    void close();
}
