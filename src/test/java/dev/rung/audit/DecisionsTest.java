package dev.rung.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.StarterForTests;
import dev.rung.json.Json;
import dev.rung.match.CandidateAdvice;
import dev.rung.match.CandidateRequest;
import dev.rung.match.Recommendations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records of answers: kept, found again, made again, and without a trace of whoever is erased. */
class DecisionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00.123456Z");
    private static final CandidateRequest REQUEST = CandidateRequest.skills(List.of("SQL", "data analysis"));

    @TempDir
    private Path folder;

    private Path file;
    private Decisions decisions;

    @BeforeEach
    void open() {
        file = folder.resolve(Decisions.FILE);
        decisions = reopened();
    }

    private Decisions reopened() {
        return new Decisions(file, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Recommendations<CandidateAdvice> answer() {
        return StarterForTests.recommender().candidates(REQUEST.asOf(LocalDate.of(2026, 11, 22)));
    }

    private Decision record() {
        return decisions.record(REQUEST, answer(), Optional.of("hr"));
    }

    @Test
    void a_record_says_who_was_shown_for_what_and_the_answer_can_be_made_again() throws Exception {
        Decision kept = record();

        Decision read = reopened().find("decision-1").orElseThrow();
        assertThat(read).isEqualTo(kept);
        assertThat(read.at()).isEqualTo("2026-11-22T20:00:00.123Z");
        assertThat(read.by()).contains("hr");
        assertThat(read.shown()).hasSameSizeAs(answer().results()).isNotEmpty();
        assertThat(read.shown().getFirst().place()).isEqualTo(1);
        assertThat(read.digest()).isEqualTo(Digest.of(read.request())).hasSize(64);

        Recommendations<CandidateAdvice> again = StarterForTests.recommender().candidates(read.request());
        assertThat(Decision.of(read.id(), read.at(), read.by(), read.request(), again))
                .isEqualTo(read);
        assertThat(Json.read(Json.write(read), Decision.class)).isEqualTo(read);
    }

    @Test
    void records_are_listed_page_by_page_oldest_first() {
        for (int i = 0; i < 5; i++) record();

        assertThat(decisions.list(Optional.empty(), 2))
                .extracting(Decision::id)
                .containsExactly("decision-1", "decision-2");
        assertThat(decisions.list(Optional.of("decision-4"), 2))
                .extracting(Decision::id)
                .containsExactly("decision-5");
        assertThat(decisions.list(Optional.of("decision-5"), 2)).isEmpty();
        assertThat(decisions.find("decision-6")).isEmpty();
        assertThat(decisions.find("nonsense")).isEmpty();
    }

    @Test
    void where_nothing_was_recorded_there_is_nothing() {
        assertThat(decisions.list(Optional.empty(), 10)).isEmpty();
        assertThat(decisions.of("anybody")).isEmpty();
        assertThat(decisions.erase("anybody")).isZero();
    }

    @Test
    void who_is_erased_is_in_no_file_and_everybody_else_stays() throws IOException {
        record();
        record();
        String person = answer().results().getFirst().id();
        List<Decision> before = decisions.list(Optional.empty(), 10);
        assertThat(Files.readString(file)).contains(person);
        assertThat(decisions.of(person)).hasSize(2).allMatch(d -> d.shown().size() == 1);

        assertThat(decisions.erase(person)).isEqualTo(2);

        for (Path each : files()) assertThat(Files.readString(each)).doesNotContain(person);
        List<Decision> after = reopened().list(Optional.empty(), 10);
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.getFirst().shown().getFirst())
                .isEqualTo(before.getFirst().shown().getFirst().withoutPerson());
        assertThat(after.getFirst().shown().subList(1, after.getFirst().shown().size()))
                .isEqualTo(before.getFirst()
                        .shown()
                        .subList(1, before.getFirst().shown().size()));
        assertThat(decisions.of(person)).isEmpty();
        assertThat(decisions.erase(person)).isZero();
    }

    @Test
    void an_id_that_is_part_of_another_is_not_erased_with_it() throws IOException {
        record();
        String person = answer().results().getFirst().id();

        assertThat(decisions.erase(person.substring(0, person.length() - 1))).isZero();
        assertThat(Files.readString(file)).contains(person);
    }

    @Test
    void a_line_cut_short_by_a_crash_is_passed_over_and_then_removed() throws IOException {
        record();
        byte[] whole = Files.readAllBytes(file);
        // Cut within the two bytes of an é.
        Files.write(
                file,
                "{\"id\":\"decision-2\",\"by\":\"Ren\u00e9".getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.APPEND);
        byte[] torn = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(torn, torn.length - 1));

        assertThat(reopened().list(Optional.empty(), 10)).hasSize(1);
        assertThat(reopened().record(REQUEST, answer(), Optional.empty()).id()).isEqualTo("decision-2");
        assertThat(reopened().list(Optional.empty(), 10)).hasSize(2);
        assertThat(Files.readAllBytes(file)).startsWith(whole);
    }

    @Test
    void what_a_crash_left_of_an_erasure_goes_too() throws IOException {
        record();
        Path left = folder.resolve(Decisions.FILE + ".new");
        Files.writeString(left, "somebody");

        reopened().record(REQUEST, answer(), Optional.empty());

        assertThat(left).doesNotExist();
    }

    @Test
    void a_file_that_was_tampered_with_is_named_with_its_line() throws IOException {
        record();
        Files.writeString(file, "no decision\n", StandardOpenOption.APPEND);
        record();

        assertThatThrownBy(() -> reopened().list(Optional.empty(), 10))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void many_at_once_get_numbers_of_their_own() throws InterruptedException {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 10; i++) ids.add(record().id());
            }));
        }
        for (Thread thread : threads) thread.join();

        assertThat(ids).hasSize(40);
        assertThat(reopened().list(Optional.empty(), 100)).hasSize(40);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plain                 | plain
            =HYPERLINK("x")       | '=HYPERLINK("x")
            +1                    | '+1
            -1+2                  | '-1+2
            @SUM(A1)              | '@SUM(A1)
            `  =1+1`              | `'  =1+1`
            ＝1                   | '＝1
            a=b                   | a=b
            bake; =1+1            | bake; '=1+1
            `x;"=1+1"`            | `x;"'=1+1"`
            a,-1                  | a,'-1
            `a\n@x`               | `a\n'@x`
            C++; C-3              | C++; C-3
            """)
    void no_cell_is_a_formula(String cell, String expected) {
        assertThat(DecisionSheet.harmless(cell)).isEqualTo(expected);
    }

    @Test
    void the_sheet_has_one_row_for_each_person_shown() {
        Decision hostile = decisions.record(
                new CandidateRequest(
                        REQUEST.requirements(),
                        Optional.of("=cmd|' /C calc'!A0"),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        3,
                        REQUEST.weights(),
                        Optional.empty(),
                        true),
                answer(),
                Optional.of("a \"quoted\", key"));

        String sheet = DecisionSheet.header() + DecisionSheet.rows(hostile);

        assertThat(sheet.split("\r\n")).hasSize(1 + answer().results().size());
        assertThat(sheet).startsWith("decision,at,by,").contains("\"'=cmd|", "\"a \"\"quoted\"\", key\"");
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.toList();
        }
    }
}
