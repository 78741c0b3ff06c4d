package dev.rung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rung.encoder.LexicalEncoder;
import dev.rung.encoder.SkillEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** After any changes, an engine answers as looking at every record does. */
public abstract class Exactness {
    protected static final SkillEncoder ENCODER = new LexicalEncoder();

    /** A question to both; the answers are compared by the asker. */
    @FunctionalInterface
    private interface Question {
        void ask(Samples samples, CatalogueView fast, CatalogueView exact);
    }

    /** An empty catalogue that reads candidates so. */
    protected abstract Catalogue open(CandidateReader reader) throws IOException;

    /** How many questions are asked of each catalogue. */
    protected int questions() {
        return 25;
    }

    private void compare(long seed, Question question) throws IOException {
        Samples samples = new Samples(seed);
        try (Catalogue fast = open(Samples.READER);
                BruteForceCatalogue exact = new BruteForceCatalogue(ENCODER, Samples.READER)) {
            for (int write = 0; write < 4; write++) {
                List<Change> changes = samples.changes(60);
                fast.write(changes);
                exact.write(changes);
            }
            try (CatalogueView a = fast.view();
                    CatalogueView b = exact.view()) {
                for (int i = 0; i < questions(); i++) {
                    question.ask(samples, a, b);
                }
            }
        }
    }

    protected final void filtersAdmitTheSame(long seed) throws IOException {
        compare(seed, (samples, fast, exact) -> {
            Filter filter = samples.filter(3);
            for (Kind<?> kind : Kind.ALL) {
                assertThat(fast.count(kind, filter)).as("%s %s", kind, filter).isEqualTo(exact.count(kind, filter));
                assertThat(fast.search(kind, Search.everything(1_000).within(filter))
                                .items())
                        .isEqualTo(exact.search(kind, Search.everything(1_000).within(filter))
                                .items());
            }
        });
    }

    protected final void facetsCountTheSame(long seed) throws IOException {
        compare(seed, (samples, fast, exact) -> {
            Filter filter = samples.filter(1);
            Stream.of("skill", "within", "remote", "organisation", "nothing").forEach(field -> {
                for (Kind<?> kind : Kind.ALL) {
                    assertThat(fast.facet(kind, field, filter, 4)).isEqualTo(exact.facet(kind, field, filter, 4));
                }
            });
        });
    }

    protected final void theSameJobsAreWithinReach(long seed) throws IOException {
        compare(seed, (samples, fast, exact) -> {
            Set<Need> met = samples.needs(14);
            double threshold = samples.threshold();
            Filter filter = samples.filter(1);
            assertThat(fast.reachable(met, threshold, filter)).isEqualTo(exact.reachable(met, threshold, filter));
            assertThat(fast.reachableIds(met, threshold, filter, "jobs-2", 5))
                    .isEqualTo(exact.reachableIds(met, threshold, filter, "jobs-2", 5));
            List<Set<Need>> gains =
                    Stream.generate(() -> samples.needs(6)).limit(30).toList();
            assertThat(fast.newlyReachable(met, threshold, gains, filter))
                    .isEqualTo(exact.newlyReachable(met, threshold, gains, filter));
            for (String field : List.of("role", "skill", "nothing")) {
                assertThat(fast.newlyReachableBy(field, met, threshold, gains, filter))
                        .isEqualTo(exact.newlyReachableBy(field, met, threshold, gains, filter));
            }
            for (Set<Need> gain : gains.subList(0, 5)) {
                assertThat(fast.newlyReachableIds(met, threshold, gain, filter, "jobs-2", 5))
                        .isEqualTo(exact.newlyReachableIds(met, threshold, gain, filter, "jobs-2", 5));
            }

            Set<Need> hoped = samples.needs(20);
            assertThat(fast.lacking(met, threshold, hoped, filter))
                    .isEqualTo(exact.lacking(met, threshold, hoped, filter));
        });
    }

    protected final void theSameRecordsFitBest(long seed) throws IOException {
        compare(seed, (samples, fast, exact) -> {
            Filter filter = samples.filter(1);
            Map<Need, Double> answers = samples.answers();
            for (Kind<?> kind : List.of(Kind.ROLES, Kind.JOBS)) {
                assertSameRanking(
                        fast.rankByAnswers(kind, answers, filter, 1_000),
                        exact.rankByAnswers(kind, answers, filter, 1_000));
                assertThat(fast.rankByAnswers(kind, answers, filter, 5))
                        .isEqualTo(fast.rankByAnswers(kind, answers, filter, 1_000).stream()
                                .limit(5)
                                .toList());
            }
            var wishes = samples.wishes();
            for (boolean proven : new boolean[] {false, true}) {
                for (Kind<?> kind : List.of(Kind.CREDENTIALS, Kind.CANDIDATES)) {
                    assertSameRanking(
                            fast.rankBySkills(kind, wishes, proven, filter, 1_000),
                            exact.rankBySkills(kind, wishes, proven, filter, 1_000));
                }
            }
        });
    }

    /**
     * Hundreds of jobs that share a title, and so a vector, among others.
     *
     * @param worse how much less near than the nearest the ones found may be, by cosine
     * @param offset what the engine says of a cosine may be off by this
     */
    protected final void nearestAmongEquals(double worse, double offset) throws IOException {
        try (Catalogue fast = open(Samples.READER);
                BruteForceCatalogue exact = new BruteForceCatalogue(ENCODER, Samples.READER)) {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < 1_500; i++) {
                String title = i % 3 > 0 ? "registered nurse" : "clerk of office " + i % 100;
                changes.add(Change.put(Kind.JOBS, Samples.job("j" + i, title)));
            }
            fast.write(changes);
            exact.write(changes);
            try (CatalogueView a = fast.view();
                    CatalogueView b = exact.view()) {
                for (String text :
                        List.of("registered nurse", "nurse", "clerk of office 6", "office", "nursery clerk")) {
                    float[] vector = ENCODER.encode(text);
                    List<Ranked> all = b.nearest(Kind.JOBS, vector, Filter.NONE, 1_500);
                    for (int limit : new int[] {1, 20, 100, 1_200}) {
                        assertAsNear(a.nearest(Kind.JOBS, vector, Filter.NONE, limit), all, limit, worse, offset);
                    }
                }
            }
        }
    }

    private static void assertAsNear(List<Ranked> fast, List<Ranked> all, int limit, double worse, double offset) {
        assertThat(fast).hasSize(limit).isSortedAccordingTo(Ranked.BEST_FIRST);
        Map<String, Double> cosines = all.stream().collect(Collectors.toMap(Ranked::id, Ranked::score));
        List<Double> found = fast.stream()
                .map(r -> cosines.remove(r.id()))
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int i = 0; i < limit; i++) {
            assertThat(found.get(i)).isGreaterThan(all.get(i).score() - worse);
            assertThat(fast.get(i).score()).isEqualTo(all.get(i).score(), within(offset));
        }
    }

    /** The same records, with the same scores but for rounding to a float. */
    private static void assertSameRanking(List<Ranked> fast, List<Ranked> exact) {
        assertThat(fast)
                .extracting(Ranked::id)
                .containsExactlyInAnyOrderElementsOf(
                        exact.stream().map(Ranked::id).toList());
        for (int i = 0; i < fast.size(); i++) {
            assertThat(fast.get(i).score()).isEqualTo(exact.get(i).score(), within(1e-5));
        }
    }
}
