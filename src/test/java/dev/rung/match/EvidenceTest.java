package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a piece of evidence is worth: reckoned by hand from the default {@link Weights}. */
class EvidenceTest {
    private final Workshop workshop = new Workshop();

    @ParameterizedTest
    @CsvSource({"self, 0.60", "work, 0.70", "endorsed, 0.74", "attended, 0.78", "assessed, 0.782"})
    void what_somebody_says_of_a_skill_is_worth_what_its_evidence_is(String evidence, double score) {
        assertThat(workshop.asWelder("""
                {"skills":[{"skill":"weld","evidence":"%s"}]}""".formatted(evidence))).isEqualTo(score);
    }

    /** An examined credential is worth 0.95 when verified, 0.85 × 0.95 when not, and as much as one's word when out of date. */
    @ParameterizedTest
    @CsvSource({
        "valid,   valid,   valid,   valid,   0.95,   true",
        "valid,   valid,   valid,   unknown, 0.95,   true",
        "valid,   valid,   unknown, unknown, 0.8075, false",
        "unknown, valid,   valid,   valid,   0.8075, false",
        "valid,   unknown, valid,   valid,   0.8075, false",
        "unknown, unknown, unknown, unknown, 0.8075, false",
        "valid,   invalid, valid,   valid,   0.60,   false",
        "unknown, invalid, unknown, unknown, 0.60,   false"
    })
    void a_credential_counts_as_the_check_found_it(
            String signature, String dates, String status, String issuer, double score, boolean verified) {
        String profile = held(signature, dates, status, issuer);

        assertThat(workshop.asWelder(profile)).isEqualTo(score);
        assertThat(workshop.reasonAsWelder(profile).verified()).isEqualTo(verified);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid, valid,   valid,   valid",
        "valid,   valid,   invalid, valid",
        "valid,   valid,   valid,   invalid",
        "invalid, invalid, invalid, invalid"
    })
    void a_refuted_credential_counts_for_nothing_and_that_is_said(
            String signature, String dates, String status, String issuer) {
        RecommendationRequest request = Workshop.asked(held(signature, dates, status, issuer));

        Recommendations<RoleAdvice> answer = workshop.recommender.roles(request);

        assertThat(answer.results()).isEmpty();
        assertThat(answer.understood().notes())
                .extracting(Understanding.Note::at, Understanding.Note::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "/credentials/0", "a check found this credential false or withdrawn, so it does not count"));
    }

    @Test
    void a_refuted_credential_takes_nothing_from_what_is_held_otherwise() {
        String refuted = held("invalid", "valid", "valid", "valid");

        assertThat(workshop.asWelder(refuted.replaceFirst("\\{", """
                {"skills":[{"skill":"weld"}],"""))).isEqualTo(0.60);
    }

    @Test
    void a_bare_claim_to_a_credential_is_not_verified() {
        String profile = """
                {"credentials":[{"id":"weld-exam"}]}""";

        assertThat(workshop.asWelder(profile)).isEqualTo(0.8075);
        assertThat(workshop.reasonAsWelder(profile).verified()).isFalse();
    }

    /** Checked when it was still valid; the day of the question is what counts. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\"validUntil\":\"2026-10-31\"", "\"awardedOn\":\"2023-10-31\",\"validUntil\":\"2026-10-31\""})
    void an_expired_credential_is_a_claim_and_no_longer_verified(String dates) {
        String profile = """
                {"credentials":[{"id":"weld-exam",%s,"verdict":{"signature":"valid","dates":"valid","status":"valid","issuer":"valid"}}]}""".formatted(dates);

        assertThat(workshop.asWelder(profile)).isLessThanOrEqualTo(0.60);
        assertThat(workshop.reasonAsWelder(profile).verified()).isFalse();
        assertThat(workshop.reasonAsWelder(profile).text()).contains("the expired credential Examined course");
    }

    @Test
    void a_credential_expires_after_the_months_that_the_catalogue_says() {
        String fresh = """
                {"credentials":[{"id":"weld-exam","awardedOn":"2023-11-01","verdict":{"signature":"valid","dates":"valid","status":"valid","issuer":"valid"}}]}""";
        String old = fresh.replace("2023-11-01", "2023-10-31");

        assertThat(workshop.reasonAsWelder(fresh).verified()).isTrue();
        assertThat(workshop.reasonAsWelder(old).verified()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-11, 8, 0.60", "2018-11, 8, 0.30", "2010-11, 8, 0.15", "2022-11, 4, 0.30", "2027-06, 8, 0.60"})
    void a_skill_counts_half_after_the_half_life_that_the_caller_sets(String last, double years, double score) {
        assertThat(workshop.asWelder("""
                {"skills":[{"skill":"weld","lastUsed":"%s"}],"weights":{"halfLifeYears":%s}}""".formatted(last, years))).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"skill":"weld"}                      | {"evidence":{"self":0.3}}                  | 0.3
            {"skill":"weld"}                      | {"evidence":{"self":0}}                    | 0
            {"skill":"weld"}                      | {"evidence":{"work":0.1}}                  | 0.6
            {"skill":"weld-steel"}                | {}                                         | 0.51
            {"skill":"weld-steel"}                | {"similarity":{"narrower":1}}              | 0.6
            {"skill":"solder"}                    | {}                                         | 0.21
            {"skill":"solder"}                    | {"similarity":{"related":0}}               | 0
            {"skill":"weld","evidence":"assessed"} | {"assessment":{"peer-review":1}}          | 0.85
            """)
    void weights_are_the_callers(String skill, String weights, double score) {
        assertThat(workshop.asWelder("{\"skills\":[" + skill + "],\"weights\":" + weights + "}"))
                .isEqualTo(score);
    }

    @Test
    void a_level_below_the_one_asked_counts_by_the_step() {
        RecommendationRequest request = Workshop.asked("""
                {"skills":[{"skill":"bake","level":"foundation"}],"weights":{"levelStep":0.5}}""");

        // Two levels below advanced: 0.6 × 0.5 × 0.5.
        assertThat(workshop.recommender.roles(request).results())
                .extracting(RoleAdvice::id, RoleAdvice::score)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("pastry-chef", 0.15));
    }

    @Test
    void a_job_is_within_reach_from_the_strength_that_the_caller_sets() {
        String profile = """
                {"skills":[{"skill":"weld"}],"weights":{"met":%s}}""";

        assertThat(workshop.recommender
                        .jobs(Workshop.asked(profile.formatted("0.6")))
                        .results())
                .extracting(JobAdvice::reachable)
                .containsExactly(true);
        assertThat(workshop.recommender
                        .jobs(Workshop.asked(profile.formatted("0.61")))
                        .results())
                .extracting(JobAdvice::reachable)
                .containsExactly(false);
    }

    @Test
    void of_two_courses_alike_the_one_that_tests_what_it_teaches_comes_first() {
        List<CredentialAdvice> answer =
                workshop.recommender.credentials(Workshop.asked("""
                        {"target":{"role":"welder"}}""")).results();

        assertThat(answer).extracting(CredentialAdvice::id).containsExactly("weld-exam", "weld-talk");
        assertThat(answer.getFirst().score()).isGreaterThan(answer.getLast().score());
        assertThat(answer.getFirst().gain()).isEqualTo(0.95);
        assertThat(answer.getLast().gain()).isEqualTo(0.85);
        assertThat(answer.getLast().reasons()).noneMatch(r -> r.kind().equals("trust"));
    }

    @Test
    void without_the_weights_of_proof_and_trust_the_two_are_equal_and_stand_by_id() {
        List<CredentialAdvice> answer =
                workshop.recommender.credentials(Workshop.asked("""
                        {"target":{"role":"welder"},"weights":{"verified":{"attended":1},"assessment":{"exam":1},"next":{"trust":0}}}""")).results();

        assertThat(answer).extracting(CredentialAdvice::id).containsExactly("weld-exam", "weld-talk");
        assertThat(answer.getFirst().score()).isEqualTo(answer.getLast().score());
    }

    private static String held(String signature, String dates, String status, String issuer) {
        return """
                {"credentials":[{"id":"weld-exam","verdict":{"signature":"%s","dates":"%s","status":"%s","issuer":"%s"}}]}""".formatted(signature, dates, status, issuer);
    }
}
