package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.match.SimilarCredentials.Difference;
import dev.rung.match.SimilarCredentials.Similar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which credentials count as the same, and what a list makes of them. */
class SimilarCredentialsTest {
    /** A credential beside {@code weld-8}, which teaches weld and sql at intermediate level in 8 hours, by exam, at EQF 3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"sql","level":"intermediate"}],"assessment":["exam"],"eqf":3,"workload":{"hours":12}}    | NEAR_DUPLICATE | 1.0
            {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"sql","level":"intermediate"}],"assessment":["project"],"workload":{"hours":6}}           | NEAR_DUPLICATE | 1.0
            {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"sql","level":"intermediate"}],"assessment":["exam"],"eqf":3,"workload":{"hours":13}}    | EQUIVALENT     | 1.0
            {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"sql","level":"intermediate"}],"assessment":["exam"],"eqf":3}                             | EQUIVALENT     | 1.0
            {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"sql","level":"intermediate"}],"assessment":["none"],"eqf":3,"workload":{"hours":8}}     | EQUIVALENT     | 1.0
            {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"sql","level":"intermediate"}],"assessment":["exam"],"eqf":4,"workload":{"hours":8}}     | EQUIVALENT     | 1.0
            {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"sql","level":"intermediate"}],"assessment":["exam"],"eqf":6,"workload":{"hours":8}}     | SIMILAR        | 1.0
            {"outcomes":[{"skill":"weld","level":"foundation"},{"skill":"sql","level":"intermediate"}],"assessment":["exam"],"eqf":3,"workload":{"hours":8}}       | NEAR_DUPLICATE | 0.9
            {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"sql","level":"intermediate"}],"assessment":["exam"],"workload":{"hours":8},"offer":{"languages":["en","de"],"regions":["DE-BY"]}} | NEAR_DUPLICATE | 1.0
            {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"sql","level":"intermediate"}],"assessment":["exam"],"workload":{"hours":8},"offer":{"languages":["fr"]}} | EQUIVALENT | 1.0
            {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"sql","level":"intermediate"}],"assessment":["exam"],"workload":{"hours":8},"offer":{"regions":["US"]}} | EQUIVALENT | 1.0
            {"outcomes":[{"skill":"weld","level":"foundation"},{"skill":"sql","level":"advanced"}],"assessment":["exam"],"eqf":3,"workload":{"hours":8}}           | SIMILAR        | 0.8
            {"outcomes":[{"skill":"weld","level":"intermediate"}],"assessment":["exam"],"eqf":3,"workload":{"hours":8}}                                            | SIMILAR        | 0.667
            {"outcomes":[{"skill":"bake","level":"intermediate"}],"assessment":["exam"],"eqf":3,"workload":{"hours":8}}                                            |                | 0
            """)
    void skills_decide_then_level_workload_and_testing(String terms, String grade, double likeness) {
        Workshop workshop = workshop();
        workshop.put(Kind.CREDENTIALS, credential("other", terms));

        Optional<Similar> found = similar(workshop, "weld-8").stream()
                .filter(s -> s.id().equals("other"))
                .findFirst();

        assertThat(found.map(s -> s.grade().name()).orElse(null)).isEqualTo(grade);
        found.ifPresent(s -> assertThat(s.likeness()).isCloseTo(likeness, within(0.001)));
    }

    @Test
    void it_says_what_both_teach_what_one_leaves_out_and_what_differs() {
        Workshop workshop = workshop();
        workshop.put(Kind.CREDENTIALS, credential("other", """
                {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"bake"}],"assessment":["practical"],"eqf":3,"offer":{"cost":{"amount":90,"currency":"EUR"}}}"""));

        Similar other = similar(workshop, "weld-8").stream()
                .filter(s -> s.id().equals("other"))
                .findFirst()
                .orElseThrow();

        assertThat(other.shared())
                .extracting(s -> s.skill() + " by " + s.by() + " " + s.relation())
                .containsExactly("weld by weld same");
        assertThat(other.onlyHere()).extracting(s -> s.label()).containsExactly("SQL");
        assertThat(other.onlyThere()).extracting(s -> s.label()).containsExactly("bake pastries");
        assertThat(other.differences())
                .contains(
                        new Difference("hours", "8 hours", "not stated"),
                        new Difference("cost", "not stated", "90 EUR"),
                        new Difference("assessment", "tested by exam", "tested by practical"));
    }

    @Test
    void two_texts_in_which_one_skill_was_found_do_not_therefore_teach_the_same() {
        Workshop workshop = new Workshop();
        String found = """
                {"outcomes":[{"skill":"bake","confidence":0.9,"text":"something"}]}""";
        workshop.put(Kind.CREDENTIALS, credential("one", found));
        workshop.put(Kind.CREDENTIALS, credential("two", found));

        assertThat(similar(workshop, "one")).isEmpty();
    }

    @Test
    void what_is_not_there_is_like_nothing_and_what_teaches_nothing_known_is_like_nothing() {
        Workshop workshop = workshop();
        workshop.put(Kind.CREDENTIALS, credential("silent", "{\"outcomes\":[]}"));

        assertThat(workshop.recommender.similar("nobody", 10)).isEmpty();
        assertThat(similar(workshop, "silent")).isEmpty();
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void likeness_is_mutual(@ForAll long seed) {
        World world = new World(seed);
        Map<String, Similar> seen = new HashMap<>();
        for (Credential credential : world.all(Kind.CREDENTIALS)) {
            for (Similar other : world.recommender
                    .similar(credential.id(), 200)
                    .orElseThrow()
                    .results()) {
                seen.put(credential.id() + " " + other.id(), other);
            }
        }

        seen.forEach((pair, similar) -> {
            String[] ids = pair.split(" ");
            assertThat(ids[0]).isNotEqualTo(ids[1]);
            Similar back = seen.get(ids[1] + " " + ids[0]);
            assertThat(back).as(pair).isNotNull();
            assertThat(back.likeness()).isEqualTo(similar.likeness());
            assertThat(back.grade()).isEqualTo(similar.grade());
        });
    }

    @Test
    void five_copies_of_a_course_take_one_place() {
        Workshop workshop = workshop();
        for (String copy : List.of("copy-a", "copy-b", "copy-c", "copy-d")) {
            workshop.put(Kind.CREDENTIALS, credential(copy, """
                    {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"sql","level":"intermediate"}],"assessment":["exam"],"eqf":3,"workload":{"hours":8}}"""));
        }

        var answer = workshop.recommender.credentials(Workshop.asked("""
                {"target":{"role":"welder"}}"""));

        CredentialAdvice folded = answer.results().stream()
                .filter(r -> r.id().equals("copy-a"))
                .findFirst()
                .orElseThrow();
        assertThat(folded.alternatives())
                .extracting(CredentialAdvice.Alternative::id)
                .containsExactly("copy-b", "copy-c", "copy-d", "weld-8");
        assertThat(answer.results()).extracting(CredentialAdvice::id).doesNotContain("copy-b", "weld-8");
        assertThat(answer.total()).isEqualTo(all(answer.results()).size());
    }

    @Test
    void the_whole_catalogue_can_be_looked_through_for_near_duplicates() {
        Workshop workshop = workshop();
        workshop.put(Kind.CREDENTIALS, credential("again", """
                {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"sql","level":"intermediate"}],"assessment":["exam"],"eqf":3,"workload":{"hours":9}}"""));

        Duplicates duplicates = workshop.recommender.duplicates();

        assertThat(duplicates.credentials()).isEqualTo(4);
        assertThat(duplicates.groups()).singleElement().satisfies(group -> assertThat(group)
                .extracting(Duplicates.Member::id)
                .containsExactly("again", "weld-8"));
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void folding_loses_nothing_and_a_shorter_list_begins_a_longer_one(@ForAll long seed) {
        World world = new World(seed);
        RecommendationRequest question = world.ask(world.profile());
        var answer = world.recommender.credentials(question);

        assertThat(all(answer.results())).hasSize((int) answer.total()).doesNotHaveDuplicates();
        int some = Math.min(3, answer.results().size());
        if (some > 0) {
            assertThat(world.recommender.credentials(question.limit(some)).results())
                    .isEqualTo(answer.results().subList(0, some));
        }
        for (CredentialAdvice result : answer.results()) {
            assertThat(result.alternatives()).allMatch(a -> a.score() <= result.score());
        }
    }

    private static List<String> all(List<CredentialAdvice> results) {
        List<String> ids = new ArrayList<>();
        for (CredentialAdvice result : results) {
            ids.add(result.id());
            result.alternatives().forEach(a -> ids.add(a.id()));
        }
        return ids;
    }

    private static Workshop workshop() {
        Workshop workshop = new Workshop();
        workshop.put(Kind.CREDENTIALS, credential("weld-8", """
                {"outcomes":[{"skill":"weld","level":"intermediate"},{"skill":"sql","level":"intermediate"}],"assessment":["exam"],"eqf":3,"workload":{"hours":8},"offer":{"languages":["de"],"regions":["DE-BY"]}}"""));
        return workshop;
    }

    private static String credential(String id, String terms) {
        return terms.replaceFirst(
                "\\{",
                "{\"id\":\"" + id + "\",\"title\":\"Course " + id
                        + "\",\"issuer\":{\"id\":\"inst\",\"name\":\"Example Institute\"},");
    }

    private static List<Similar> similar(Workshop workshop, String id) {
        return workshop.recommender.similar(id, 200).orElseThrow().results();
    }
}
