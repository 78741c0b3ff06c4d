package dev.rung.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the pages: every language says everything, with the same blanks to fill in. */
class TextsTest {
    private static final Path WEB = Path.of("src/main/resources/web");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    /** A key in a script, t("learner.heading"), or in markup, data-t="learner.heading" and its likes. */
    private static final Pattern USED = Pattern.compile("\\bt\\(\"([\\w.-]+)\"|data-t(?:-\\w+)?=\"([\\w.-]+)\"");

    private static final Pattern SHOWN = Pattern.compile("data-t=\"([\\w.-]+)\"[^>]*>([^<]*)<");
    /** The forms that the plural rules of English, German and Spanish have for whole numbers. */
    private static final Set<String> FORMS = Set.of("one", "many", "other");

    private static JsonNode texts(String language) {
        try {
            return Json.read(Files.readAllBytes(WEB.resolve("texts/" + language + ".json")), JsonNode.class);
        } catch (IOException | dev.rung.json.InvalidJson e) {
            throw new AssertionError(language, e);
        }
    }

    private static Map<String, Set<String>> blanks(JsonNode texts) {
        Map<String, Set<String>> blanks = new TreeMap<>();
        texts.properties().forEach(text -> blanks.put(text.getKey(), blanksOf(text.getValue())));
        return blanks;
    }

    private static Set<String> blanksOf(JsonNode text) {
        return forms(text).flatMap(TextsTest::blanksIn).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> forms(JsonNode text) {
        return text.isTextual()
                ? Stream.of(text.textValue())
                : text.properties().stream().map(form -> form.getValue().textValue());
    }

    private static Stream<String> blanksIn(String text) {
        return PLACEHOLDER.matcher(text).results().map(m -> m.group(1));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(WEB)) {
            return files.filter(file -> file.toString().matches(".*\\.(js|html)"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es"})
    void everyLanguageSaysWhatEnglishSaysWithTheSameBlanks(String language) {
        assertThat(blanks(texts(language))).isEqualTo(blanks(texts("en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es"})
    void formsByNumberAreThoseOfTheLanguageAndNothingIsEmpty(String language) {
        texts(language).properties().forEach(text -> {
            assertThat(forms(text.getValue())).as(text.getKey()).isNotEmpty().allSatisfy(form -> assertThat(form)
                    .isNotBlank()
                    .isEqualTo(form.strip()));
            if (!text.getValue().isObject()) return;
            Set<String> names = new TreeSet<>();
            text.getValue().fieldNames().forEachRemaining(names::add);
            assertThat(names).as(text.getKey()).contains("one", "other").isSubsetOf(FORMS);
        });
    }

    @Test
    void everyKeyThatThePagesUseIsThere() throws IOException {
        Set<String> known = blanks(texts("en")).keySet();
        for (Path source : sources()) {
            List<String> used = new ArrayList<>();
            for (MatchResult match :
                    USED.matcher(Files.readString(source)).results().toList()) {
                used.add(match.group(1) == null ? match.group(2) : match.group(1));
            }
            assertThat(known).as(source.toString()).containsAll(used);
        }
    }

    @Test
    void theMarkupSaysInEnglishWhatTheTextsSay() throws IOException {
        JsonNode english = texts("en");
        for (Path source : sources()) {
            if (!source.toString().endsWith(".html")) continue;
            for (MatchResult shown :
                    SHOWN.matcher(Files.readString(source)).results().toList()) {
                assertThat(shown.group(2).strip())
                        .as(source + " " + shown.group(1))
                        .isEqualTo(english.path(shown.group(1)).textValue());
            }
        }
    }
}
