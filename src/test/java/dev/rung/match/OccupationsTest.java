package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.match.Understanding.Goal;
import dev.rung.match.Understanding.Said;
import dev.rung.person.Constraints;
import dev.rung.person.Profile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A title of one word is an occupation where the words around it say so. */
class OccupationsTest {
    private static Understanding read(String text) {
        return StarterForTests.recommender()
                .understand(new Profile(
                        Optional.of(text), List.of(), List.of(), List.of(), Optional.empty(), Constraints.NONE));
    }

    private static List<String> roles(String text) {
        return read(text).skills().stream()
                .filter(said -> said.how().equals("role"))
                .map(Said::said)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am an accountant.|accountant",
                "I’m a cook in a hotel|cook",
                "I have been a chef for seven years|chef",
                "For two years I worked as a waiter|waiter",
                "Accountant, 2018 to 2024, Sample Ltd|Accountant",
                "Work; Cook with four years in a canteen|Cook",
                "I was a former plumber|plumber"
            })
    void saidOutright(String text, String role) {
        assertThat(roles(text)).containsExactly(role);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I cook at home",
                "My cook left",
                "I like to cook",
                "The accountant said no",
                "Cook the rice first"
            })
    void aMereWord(String text) {
        assertThat(roles(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"I want to become a chef,chef", "I would like to work as an accountant,accountant"})
    void whatIsWishedForIsNotHeld(String text, String role) {
        assertThat(roles(text)).isEmpty();
        assertThat(read(text).wishes()).extracting(Goal::id).contains(role);
    }
}
