package dev.rung.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rung.catalogue.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as they really come: each bad line is named, and the others go in. */
class AwkwardFilesTest {
    private static final String GOOD = "{\"id\":\"a\",\"title\":\"Baker\"}";
    private static final String ALSO_GOOD = "{\"id\":\"b\",\"title\":\"Welder\"}";

    @TempDir
    Path folder;

    Trial trial;

    @BeforeEach
    void start() {
        trial = new Trial(folder);
    }

    static Stream<Arguments> badLines() {
        return Stream.of(
                arguments("{\"id\":\"x\",\"title\":", "", "ends too early"),
                arguments("not json", "", "well-formed JSON"),
                arguments("[]", "", "must be one JSON object"),
                arguments("null", "", "null"),
                arguments("42", "", "must be one JSON object"),
                arguments("{\"id\":\"x\",\"title\":\"T\"} {}", "", "must not be followed by anything"),
                arguments("{\"title\":\"T\"}", "/id", "is required"),
                arguments("{\"id\":\"x\"}", "/title", "is required"),
                arguments("{\"id\":\"x\",\"title\":\"  \"}", "/title", "must not be blank"),
                arguments("{\"id\":\"with space\",\"title\":\"T\"}", "/id", "white space"),
                arguments("{\"id\":\"x\",\"title\":\"T\",\"salary\":1}", "/salary", "is not a field here"),
                arguments("{\"id\":\"x\",\"title\":[]}", "/title", ""),
                arguments("{\"id\":\"x\",\"title\":\"T\",\"validThrough\":\"soon\"}", "/validThrough", ""),
                arguments("{\"id\":\"x\",\"title\":\"T\",\"remote\":\"perhaps\"}", "/remote", ""),
                arguments("{\"id\":\"x\",\"title\":\"T\",\"requirements\":{}}", "/requirements", ""),
                arguments(
                        "{\"id\":\"x\",\"title\":\"T\",\"requirements\":[{\"skill\":\"accounting\",\"weight\":2}]}",
                        "/requirements/0/weight",
                        "between 0 and 1"),
                arguments(
                        "{\"id\":\"x\",\"title\":\"T\",\"requirements\":[{\"skill\":\"accounting\"},{\"skill\":\"accounting\"}]}",
                        "/requirements/1",
                        "repeats"),
                arguments("{\"id\":\"x\",\"id\":\"y\",\"title\":\"T\"}", "", "has a field twice"));
    }

    @ParameterizedTest
    @MethodSource("badLines")
    void a_bad_line_is_named_and_the_rest_go_in(String bad, String field, String message) {
        ImportReport report = trial.take(Kind.JOBS, trial.file("jobs.ndjson", GOOD, bad, "", ALSO_GOOD));

        assertThat(trial.ids(Kind.JOBS)).containsExactly("a", "b");
        assertThat(report.read()).isEqualTo(3);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.errors()).singleElement().satisfies(e -> {
            assertThat(e.line()).isEqualTo(2);
            assertThat(e.file()).isEqualTo("jobs.ndjson");
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.message()).contains(message);
        });
    }

    @Test
    void an_empty_file_is_nothing() {
        ImportReport report = trial.take(Kind.JOBS, trial.file("jobs.ndjson", new byte[0]));

        assertThat(report.read()).isZero();
        assertThat(report.isClean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void text_comes_in_as_it_was_meant(String name, byte[] bytes) {
        ImportReport report = trial.take(Kind.JOBS, trial.file(name, bytes));

        assertThat(report.errors()).isEmpty();
        assertThat(trial.get(Kind.JOBS, "a").title()).isEqualTo("Bäcker 🥐");
    }

    static Stream<Arguments> encodings() {
        String json = "{\"id\":\"a\",\"title\":\"Bäcker 🥐\"}";
        String csv = "id,title\na,Bäcker 🥐\n";
        return Stream.of(
                arguments("plain.ndjson", utf8(json)),
                arguments("bom.ndjson", utf8("\uFEFF" + json)),
                arguments("crlf.ndjson", utf8(json + "\r\n\r\n")),
                arguments("packed.ndjson.gz", Trial.gzipped(utf8(json))),
                arguments("packed-without-saying-so.ndjson", Trial.gzipped(utf8(json))),
                arguments("plain.csv", utf8(csv)),
                arguments("bom.csv", utf8("\uFEFF" + csv)),
                arguments("crlf.csv", utf8(csv.replace("\n", "\r\n"))),
                arguments("semicolons.csv", utf8(csv.replace(',', ';'))),
                arguments("tabs.tsv", utf8(csv.replace(',', '\t'))),
                arguments("packed.csv.gz", Trial.gzipped(utf8(csv))));
    }

    @ParameterizedTest
    @MethodSource("illFormed")
    void a_line_that_is_not_utf8_spoils_itself_alone(String name, String before, String bad, String after) {
        byte[] bytes = utf8(before + bad + after);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '?') bytes[i] = (byte) 0xE9;
        }

        ImportReport report = trial.take(Kind.JOBS, trial.file(name, bytes));

        assertThat(trial.ids(Kind.JOBS)).containsExactly("a", "b");
        assertThat(report.errors()).singleElement().satisfies(e -> {
            assertThat(e.line()).isEqualTo(before.lines().count() + 1);
            assertThat(e.message()).contains("UTF-8");
        });
    }

    static Stream<Arguments> illFormed() {
        return Stream.of(
                arguments("jobs.ndjson", GOOD + "\n", "{\"id\":\"x\",\"title\":\"Caf?\"}\n", ALSO_GOOD),
                arguments("jobs.csv", "id,title\na,Baker\n", "x,Caf?\n", "b,Welder"));
    }

    @Test
    void utf16_is_said_to_be_utf16() {
        ImportReport report = trial.take(Kind.JOBS, trial.file("jobs.ndjson", GOOD.getBytes(StandardCharsets.UTF_16)));

        assertThat(report.errors()).singleElement().satisfies(e -> assertThat(e.message())
                .contains("UTF-16", "save it as UTF-8"));
    }

    @Test
    void a_line_over_one_megabyte_is_refused_unread() {
        String huge = "{\"id\":\"x\",\"title\":\"T\",\"description\":\"" + "a".repeat(Lines.MAX_LENGTH) + "\"}";

        ImportReport report = trial.take(Kind.JOBS, trial.file("jobs.ndjson", GOOD, huge, ALSO_GOOD));

        assertThat(trial.ids(Kind.JOBS)).containsExactly("a", "b");
        assertThat(report.errors()).singleElement().satisfies(e -> {
            assertThat(e.line()).isEqualTo(2);
            assertThat(e.message()).contains("longer than");
        });
    }

    @Test
    void a_cut_off_gzip_gives_what_came_before_the_cut() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            lines.append("{\"id\":\"job-%04d\",\"title\":\"Baker %d\"}\n".formatted(i, i * 7919));
        }
        byte[] whole = Trial.gzipped(utf8(lines.toString()));

        ImportReport report =
                trial.take(Kind.JOBS, trial.file("jobs.ndjson.gz", Arrays.copyOf(whole, whole.length / 2)));

        List<String> ids = trial.ids(Kind.JOBS);
        assertThat(ids).isNotEmpty().contains("job-0000").doesNotContain("job-1999");
        assertThat(report.errors()).singleElement().satisfies(e -> {
            assertThat(e.line()).isGreaterThanOrEqualTo(ids.size());
            assertThat(e.message()).contains("cut off");
        });
    }

    /** Each line ends the quote that stands open and opens another: every row would be looked for to the end of the file. */
    @Test
    void quotes_that_never_end_are_given_up() {
        String[] lines = new String[50_000];
        Arrays.fill(lines, "a\",\"b");
        lines[0] = "id,title";
        lines[lines.length - 1] = "z,Baker";

        ImportReport report = trial.take(Kind.JOBS, trial.file("jobs.csv", lines));

        assertThat(trial.ids(Kind.JOBS)).containsExactly("z");
        assertThat(report.rejected()).isEqualTo(lines.length - 2);
    }

    /** What is packed a thousandfold is read as it comes: a line without end is refused, and what follows it goes in. */
    @Test
    void a_gzip_bomb_fills_no_memory() {
        byte[] bomb = new byte[256 << 20];
        byte[] good = utf8("\n" + GOOD + "\n");
        System.arraycopy(good, 0, bomb, bomb.length - good.length, good.length);
        byte[] packed = Trial.gzipped(bomb);

        ImportReport report = trial.take(Kind.JOBS, trial.file("jobs.ndjson.gz", packed));

        assertThat(packed.length).isLessThan(bomb.length / 500);
        assertThat(trial.ids(Kind.JOBS)).containsExactly("a");
        assertThat(report.errors()).singleElement().satisfies(e -> assertThat(e.message())
                .contains("longer than"));
    }

    @Test
    void an_array_over_many_lines_is_told_from_lines() {
        ImportReport report = trial.take(Kind.JOBS, trial.file("jobs.json", "[", GOOD + ",", ALSO_GOOD, "]"));

        assertThat(report.errors()).singleElement().satisfies(e -> assertThat(e.message())
                .contains("array", "jq -c"));
    }

    @Test
    void of_two_lines_with_one_id_the_later_one_counts_and_is_noted() {
        ImportReport report = trial.take(
                Kind.JOBS, trial.file("jobs.ndjson", GOOD, ALSO_GOOD, "{\"id\":\"a\",\"title\":\"Confectioner\"}"));

        assertThat(trial.get(Kind.JOBS, "a").title()).isEqualTo("Confectioner");
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.notes()).singleElement().satisfies(n -> {
            assertThat(n.line()).isEqualTo(3);
            assertThat(n.field()).isEqualTo("/id");
            assertThat(n.message()).contains("line 1");
        });
    }

    @Test
    void more_errors_than_are_kept_are_all_counted_and_handed_on() {
        String[] lines = new String[1_500];
        Arrays.fill(lines, "{");

        ImportReport report = trial.take(Kind.JOBS, trial.file("jobs.ndjson", lines));

        assertThat(report.rejected()).isEqualTo(1_500);
        assertThat(report.errors()).hasSize(Ledger.MOST_KEPT);
        assertThat(trial.problems).hasSize(1_500);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
