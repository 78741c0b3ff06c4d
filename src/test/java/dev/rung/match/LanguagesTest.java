package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.match.Understanding.Note;
import dev.rung.match.Understanding.Said;
import dev.rung.person.Constraints;
import dev.rung.person.Profile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever writes in a language that the model does not know is told so, and what they name still counts. */
class LanguagesTest {
    private static Understanding read(String text) {
        return StarterForTests.recommender()
                .understand(new Profile(
                        Optional.of(text), List.of(), List.of(), List.of(), Optional.empty(), Constraints.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ich bin seit sechs Jahren Buchhalterin, erstelle Jahresabschlüsse und kann sehr gut Excel. | Excel
            Trabajo con personas mayores y preparo las nóminas con DATEV.                              | DATEV
            """)
    void anotherLanguageIsReadForNamesAndThatIsSaid(String text, String said) {
        Understanding understood = read(text);

        assertThat(understood.notes()).singleElement().satisfies(note -> {
            assertThat(note.at()).isEqualTo("/text");
            assertThat(note.message()).contains("a language that is not read for its meaning");
        });
        assertThat(understood.skills()).extracting(Said::said).containsExactly(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have been an accountant for six years and I am very good with Excel.",
                "DATEV und Lexware",
                "SQL, Python, Kubernetes, Terraform",
                "🙂 🙂 🙂 🙂 🙂",
                "",
            })
    void nothingIsSaidOfEnglishOrOfWhatIsTooShortToTell(String text) {
        assertThat(read(text).notes()).extracting(Note::message).isEmpty();
    }
}
