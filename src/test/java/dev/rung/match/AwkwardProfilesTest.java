package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.person.HeldSkill;
import dev.rung.person.Profile;
import dev.rung.skill.InvalidField;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles that say nothing, too much, or what nobody knows. */
class AwkwardProfilesTest {
    private final Workshop workshop = new Workshop();

    @Test
    void of_somebody_who_says_nothing_only_what_opens_jobs_is_known() {
        RecommendationRequest nothing = Workshop.asked("{}");

        assertThat(workshop.recommender.roles(nothing).results()).isEmpty();
        assertThat(workshop.recommender.jobs(nothing).results()).isEmpty();
        assertThat(workshop.recommender.credentials(nothing).results())
                .extracting(CredentialAdvice::id, CredentialAdvice::opens, CredentialAdvice::gain)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("weld-exam", 1L, 0.0),
                        org.assertj.core.groups.Tuple.tuple("weld-talk", 1L, 0.0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"skills":[{"skill":"weld"},{"skill":"xyzzy plugh"}]}          | /skills/1/skill       | is no skill this catalogue knows
            {"experience":[{"role":"wizard of xyzzy","months":12}]}        | /experience/0/role    | is no role this catalogue knows
            {"credentials":[{"id":"Diploma of Xyzzy"}]}                    | /credentials/0        | is not in the catalogue
            {"target":{"role":"wizard of xyzzy"}}                          | /target               | nothing in this catalogue is called
            {"target":{"job":"no-such-job"}}                               | /target               | nothing in this catalogue is called
            {"target":{"credential":"Diploma of Xyzzy"}}                   | /target               | nothing in this catalogue is called
            """)
    void what_is_not_known_is_named_and_does_no_harm(String profile, String at, String message) {
        RecommendationRequest request = Workshop.asked(profile);

        Understanding understood = workshop.recommender.roles(request).understood();

        assertThat(understood.notes()).singleElement().satisfies(note -> {
            assertThat(note.at()).isEqualTo(at);
            assertThat(note.message()).contains(message);
        });
    }

    @Test
    void a_target_that_does_not_exist_leaves_the_answer_as_if_there_were_none() {
        String profile = """
                {"skills":[{"skill":"weld"}]%s}""";

        assertThat(workshop.recommender
                        .credentials(Workshop.asked(profile.formatted(",\"target\":{\"role\":\"wizard of xyzzy\"}")))
                        .results())
                .isEqualTo(workshop.recommender
                        .credentials(Workshop.asked(profile.formatted("")))
                        .results());
    }

    @Test
    void a_credential_that_is_not_in_the_catalogue_counts_as_a_claim_to_what_its_title_says() {
        String profile = """
                {"credentials":[{"id":"Welding diploma of the Xyzzy academy"}]}""";

        assertThat(workshop.asWelder(profile)).isPositive().isLessThan(0.60);
        assertThat(workshop.reasonAsWelder(profile).verified()).isFalse();
    }

    @Test
    void a_credential_that_is_held_is_not_recommended() {
        RecommendationRequest request = Workshop.asked("""
                {"credentials":[{"id":"weld-talk"}],"target":{"role":"welder"}}""");

        assertThat(workshop.recommender.credentials(request).results())
                .extracting(CredentialAdvice::id)
                .containsExactly("weld-exam");
    }

    @Test
    void the_same_skill_two_thousand_times_counts_once() {
        HeldSkill weld = HeldSkill.named("weld");
        RecommendationRequest often = RecommendationRequest.about(
                        skills(Collections.nCopies(Profile.MAX_ENTRIES, weld)))
                .asOf(Workshop.DAY);
        RecommendationRequest once =
                RecommendationRequest.about(skills(List.of(weld))).asOf(Workshop.DAY);

        assertThat(workshop.recommender.roles(often).results())
                .isEqualTo(workshop.recommender.roles(once).results());
    }

    @ParameterizedTest
    @ValueSource(strings = {"skills", "credentials", "experience"})
    void ten_thousand_entries_are_refused_and_the_field_is_named(String field) {
        String entry = field.equals("skills")
                ? "{\"skill\":\"weld\"}"
                : field.equals("credentials") ? "{\"id\":\"weld-exam\"}" : "{\"role\":\"welder\",\"months\":1}";
        String json = "{\"" + field + "\":[" + String.join(",", Collections.nCopies(10_000, entry)) + "]}";

        assertThatThrownBy(() -> Json.read(json.getBytes(StandardCharsets.UTF_8), RecommendationRequest.class))
                .isInstanceOf(InvalidJson.class)
                .hasMessage("/" + field + ": must not have more than 2000 entries, has 10000");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void a_limit_that_makes_no_sense_is_refused(int limit) {
        assertThatThrownBy(() -> RecommendationRequest.about(Profile.EMPTY).limit(limit))
                .isInstanceOf(InvalidField.class)
                .hasMessageContaining("limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\uD83D\uDD25\uD83C\uDF70", "\u0000\u0007", "\uD800", "溶接ができます", "\u202Eweld\u202C"})
    void any_text_has_an_answer(String text) {
        Profile profile = new Profile(
                Optional.of(text), List.of(), List.of(), List.of(), Optional.empty(), Profile.EMPTY.constraints());

        assertThat(workshop.recommender
                        .roles(RecommendationRequest.about(profile))
                        .results())
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_whole_book_has_an_answer() {
        Profile book = new Profile(
                Optional.of("I weld all day. ".repeat(10_000)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Profile.EMPTY.constraints());

        assertThat(workshop.recommender.roles(RecommendationRequest.about(book)).results())
                .extracting(RoleAdvice::id)
                .containsExactly("welder");
    }

    private static Profile skills(List<HeldSkill> skills) {
        return new Profile(
                Optional.empty(), skills, List.of(), List.of(), Optional.empty(), Profile.EMPTY.constraints());
    }
}
