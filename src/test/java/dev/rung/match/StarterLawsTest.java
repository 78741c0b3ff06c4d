package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.evaluation.GoldenCase;
import dev.rung.evaluation.GoldenCases;
import dev.rung.person.Profile;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws again, on the starter catalogue and for the people of the golden cases. */
class StarterLawsTest {
    private final Recommender recommender = StarterForTests.recommender();

    static List<GoldenCase> cases() {
        return GoldenCases.ofStarter().cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void reasons_sum_to_the_score_to_the_last_digit(GoldenCase golden) {
        for (GoldenCase.Request each : golden.requests()) {
            RecommendationRequest request = asked(each.profile()).limit(20);
            recommender.credentials(request).results().forEach(r -> assertSum(r.id(), r.score(), r.reasons()));
            recommender.roles(request).results().forEach(r -> assertSum(r.id(), r.score(), r.reasons()));
            recommender.jobs(request).results().forEach(r -> assertSum(r.id(), r.score(), r.reasons()));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_a_credential_opens_is_what_is_open_to_its_holder_and_was_not_before(GoldenCase golden) {
        for (GoldenCase.Request each : golden.requests()) {
            long now = reachable(each.profile());
            for (CredentialAdvice advice :
                    recommender.credentials(asked(each.profile()).limit(3)).results()) {
                assertThat(reachable(World.holding(each.profile(), advice.id())) - now)
                        .as(advice.id())
                        .isEqualTo(advice.opens());
            }
        }
    }

    /** Jobs within reach score high, for most of what they need is met: they all stand among the first 200. */
    private long reachable(Profile profile) {
        List<JobAdvice> jobs = recommender
                .jobs(asked(profile).limit(RecommendationRequest.MAX_LIMIT))
                .results();
        if (jobs.size() == RecommendationRequest.MAX_LIMIT) {
            assertThat(jobs.subList(100, jobs.size())).noneMatch(JobAdvice::reachable);
        }
        return jobs.stream().filter(JobAdvice::reachable).count();
    }

    private static RecommendationRequest asked(Profile profile) {
        return RecommendationRequest.about(profile).asOf(Workshop.DAY);
    }

    private static void assertSum(String id, double score, List<Reason> reasons) {
        BigDecimal sum = reasons.stream()
                .map(r -> BigDecimal.valueOf(r.contribution()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).as(id).isEqualByComparingTo(BigDecimal.valueOf(score));
    }
}
