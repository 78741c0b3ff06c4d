package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rung.catalogue.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Skills that a course in welding wants before it starts: a detour makes it less worth, what lies on the way does not. */
class EntrySkillsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"skill":"bake","level":"intermediate"}                                        | welder     |                                         | 0.5
            {"skill":"bake","level":"intermediate"}                                        | welder     | {"skill":"bake","level":"intermediate"} | 1
            {"skill":"bake","level":"intermediate"}                                        | yard clerk |                                         | 0.5
            {"skill":"bake","level":"intermediate"},{"skill":"sql","level":"intermediate"} | welder     |                                         | 0.5
            {"skill":"bake","level":"intermediate"},{"skill":"sql","level":"intermediate"} | welder     | {"skill":"bake","level":"intermediate"} | 0.75
            {"skill":"bake","level":"intermediate"},{"skill":"sql","level":"intermediate"} | yard clerk |                                         | 0.75
            {"skill":"sql","level":"intermediate"}                                         | welder     |                                         | 0.5
            {"skill":"sql","level":"intermediate"}                                         | yard clerk |                                         | 1
            {"skill":"bake","level":"foundation"}                                          | welder     |                                         | 1
            {"skill":"bake"}                                                               | welder     |                                         | 1
            """)
    void whatIsWantedFirstCountsUnlessHeldOrOnTheWay(String first, String target, String held, double share) {
        String skills = held == null ? "" : held;
        assertThat(score(first, target, skills)).isCloseTo(share * score("", target, skills), within(1e-5));
    }

    @Test
    void aLittleOfItIsPartOfTheWay() {
        String first = "{\"skill\":\"bake\",\"level\":\"expert\"}";
        String little = "{\"skill\":\"bake\",\"level\":\"foundation\"}";
        assertThat(score(first, "welder", little))
                .isBetween(score(first, "welder", "") + 1e-3, score("", "welder", "") - 1e-3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"skill":"bake","level":"intermediate"} | welder     | true
            {"skill":"sql","level":"intermediate"}  | welder     | true
            {"skill":"sql","level":"intermediate"}  | yard clerk | false
            """)
    void isSaidWhereItCounts(String first, String target, boolean said) {
        assertThat(course(first, target, "").obstacles().stream().anyMatch(o -> o.contains("leads elsewhere")))
                .isEqualTo(said);
    }

    /** What the course is worth to somebody with these skills. */
    private static double score(String first, String target, String skills) {
        return course(first, target, skills).score();
    }

    private static CredentialAdvice course(String first, String target, String skills) {
        Workshop workshop = new Workshop();
        workshop.put(Kind.ROLES, """
                {"id":"yard-clerk","title":"yard clerk","requirements":[{"skill":"weld"},{"skill":"sql"}]}
                """);
        workshop.put(Kind.CREDENTIALS, """
                {"id":"course","title":"Course","issuer":{"id":"a","name":"A"},"outcomes":[{"skill":"weld","level":"expert"},{"skill":"solder"}],"assessment":["exam"],"workload":{"hours":8},"entry":{"skills":[%s]}}
                """.formatted(first));
        RecommendationRequest request = Workshop.asked("""
                {"target":{"role":"%s"},"skills":[%s],"limit":20}""".formatted(target, skills));
        return workshop.recommender.credentials(request).results().stream()
                .filter(c -> c.id().equals("course"))
                .findFirst()
                .orElseThrow();
    }
}
