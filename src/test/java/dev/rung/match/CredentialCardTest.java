package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rung.StarterForTests;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.match.CredentialCard.Fact;
import dev.rung.match.CredentialCard.Share;
import dev.rung.role.Job;
import dev.rung.role.Role;
import dev.rung.skill.SkillId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a credential is worth, on one card. */
class CredentialCardTest {
    private static final List<String> KEYS = List.of(
            "level",
            "credit",
            "hours",
            "cost",
            "delivery",
            "assessment",
            "issuer",
            "recognition",
            "frameworks",
            "stacks",
            "entry",
            "validity",
            "opens",
            "outcomes",
            "evidence");

    private static CredentialCard card(String id) {
        return StarterForTests.recommender()
                .card(id, Optional.empty(), Optional.of(Workshop.DAY))
                .orElseThrow();
    }

    @Test
    void there_is_a_card_for_every_credential_and_its_lines_always_stand_in_the_same_order() {
        for (Credential credential : StarterForTests.all(Kind.CREDENTIALS)) {
            CredentialCard card = card(credential.id());

            assertThat(card.credential()).isEqualTo(credential);
            assertThat(card.facts()).extracting(Fact::key).isEqualTo(KEYS);
            assertThat(card.facts()).allSatisfy(f -> assertThat(f.text()).isNotBlank());
            assertThat(card.strength().reasons().stream()
                            .mapToDouble(Reason::contribution)
                            .sum())
                    .isCloseTo(card.strength().trust(), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"food-hygiene-2", "pastry-arts-certificate", "pmp", "data-analytics-micro"})
    void the_counts_are_exact(String id) {
        CredentialCard card = card(id);
        Set<SkillId> taught = card.credential().outcomes().stream()
                .flatMap(o -> o.skill().stream())
                .collect(Collectors.toSet());

        long roles = StarterForTests.all(Kind.ROLES).stream()
                .filter((Role r) -> r.requirements().stream().anyMatch(q -> taught.contains(q.skill())))
                .count();
        long jobs = StarterForTests.all(Kind.JOBS).stream()
                .filter((Job j) ->
                        j.validThrough().isEmpty() || !j.validThrough().get().isBefore(Workshop.DAY))
                .filter(j -> j.requirements().stream().anyMatch(q -> taught.contains(q.skill())))
                .count();

        assertThat(card.opens().roles()).isEqualTo(roles).isPositive();
        assertThat(card.opens().jobs()).isEqualTo(jobs).isPositive();
        assertThat(card.opens().ofRoles())
                .isEqualTo(StarterForTests.all(Kind.ROLES).size());
    }

    @Test
    void what_is_not_stated_is_said_to_be_not_stated() {
        Workshop workshop = new Workshop();
        workshop.put(Kind.CREDENTIALS, """
                {"id":"bare","title":"Bare","issuer":{"id":"inst","name":"Example Institute"}}
                """);

        CredentialCard card = workshop.recommender
                .card("bare", Optional.empty(), Optional.of(Workshop.DAY))
                .orElseThrow();

        assertThat(card.facts())
                .filteredOn(f -> !List.of("issuer", "opens", "evidence").contains(f.key()))
                .allSatisfy(f -> {
                    assertThat(f.known()).as(f.key()).isFalse();
                    assertThat(f.text()).containsAnyOf("not stated", "stated");
                });
        assertThat(text(card, "validity")).isEqualTo("None stated.");
        assertThat(text(card, "opens")).startsWith("0 roles of 2 and 0 open jobs of 2");
        assertThat(card.sentence())
                .isEqualTo("Level not stated, hours not stated, cost not stated; assessment not stated; 0 roles and 0"
                        + " open jobs ask for something it teaches.");
    }

    @Test
    void no_card_promises_employment_and_invented_figures_are_called_so() {
        CredentialCard card = card("food-hygiene-2");

        assertThat(card.credential().illustrative()).isTrue();
        assertThat(card.outcomes().orElseThrow().caution().orElseThrow()).contains("Invented");
        assertThat(text(card, "outcomes")).contains("1104 of 1200", "Invented");
        assertThat(text(card, "opens")).contains("no promise of employment");
    }

    /** By hand: Wilson's interval for 8 of 10 is 0.490 to 0.943. */
    @ParameterizedTest
    @CsvSource({"8, 10, 0.8, 0.4902, 0.9433", "0, 5, 0, 0, 0.4345", "5, 5, 1, 0.5655, 1"})
    void shares_come_with_their_interval(long count, long of, double share, double low, double high) {
        assertThat(Share.of(count, of)).isEqualTo(new Share(of, count, share, low, high));
    }

    @Test
    void for_somebody_it_says_what_recommending_it_says() {
        RecommendationRequest asker = Workshop.asked("""
                {"experience":[{"role":"cook","months":48}],"target":{"role":"pastry-chef"},"constraints":{"hoursPerWeek":4},"limit":20}""");

        List<CredentialAdvice> recommended =
                StarterForTests.recommender().credentials(asker).results();

        assertThat(recommended).isNotEmpty();
        for (CredentialAdvice advice : recommended) {
            var you = StarterForTests.recommender()
                    .card(advice.id(), Optional.of(asker), Optional.empty())
                    .orElseThrow()
                    .you()
                    .orElseThrow();
            assertThat(you.opens()).as(advice.id()).isEqualTo(advice.opens());
            assertThat(you.weeks()).isEqualTo(advice.weeks());
            assertThat(you.obstacles()).isEqualTo(advice.obstacles());
            assertThat(you.adds()).allMatch(a -> a.after() > a.before());
        }
    }

    private static String text(CredentialCard card, String key) {
        return card.facts().stream()
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
