package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.person.Profile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody can do, what they would like to do, and what they say they cannot. */
class WishesTest {
    private final Workshop workshop = new Workshop();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I want to do pastry                                       | ''   | bake
            I would like to learn SQL.                                | ''   | sql
            I weld. I hope to learn SQL.                              | weld | sql
            I want to weld, but I already know SQL                    | sql  | weld
            I can weld and I want to learn SQL                        | weld | sql
            I have years of experience in welding                     | weld | ''
            I am interested in pastry and SQL                         | ''   | bake sql
            I used to weld                                            | weld | ''
            I have never done any welding                             | ''   | ''
            I have no experience with SQL                             | ''   | ''
            I cannot weld, but I know SQL                             | sql  | ''
            I am looking for something new. I do welding              | weld | ''
            """)
    void words_say_what_is_held_and_what_is_wished(String text, String held, String wished) {
        Understanding understood = understood(text);

        assertThat(understood.skills().stream()
                        .map(Understanding.Said::skill)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(held);
        assertThat(understood.wishes().stream()
                        .map(Understanding.Goal::id)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(wished);
    }

    @Test
    void a_wish_is_no_skill_but_leads() {
        RecommendationRequest request = Workshop.asked("""
                {"text":"I want to become a welder"}""");

        assertThat(workshop.recommender.roles(request).results()).noneMatch(r -> r.reasons().stream()
                .anyMatch(reason -> reason.kind().equals("skill")));
        assertThat(workshop.recommender.credentials(request).results())
                .extracting(CredentialAdvice::id)
                .containsExactly("weld-exam", "weld-talk");
    }

    private Understanding understood(String text) {
        return workshop.recommender.understand(new Profile(
                java.util.Optional.of(text),
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of(),
                java.util.Optional.empty(),
                Profile.EMPTY.constraints()));
    }
}
