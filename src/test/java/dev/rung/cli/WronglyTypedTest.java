package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A command that is wrong in itself: exit status 2, nothing on standard output, and a sentence that helps. */
class WronglyTypedTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            ''                                             | Say what to do
            recomend                                       | Did you mean: rung recommend
            recommend                                      | Missing required
            recommend bananas --profile x.json             | there is no “bananas”; there are credentials, roles, jobs
            recommend roles                                | --profile
            recommend roles --profile nowhere.json         | There is no file nowhere.json
            recommend roles --profile x --limit many       | --limit
            recommend roles --profile x --colour           | Unknown option: '--colour'
            candidates                                     | Say whom to look for: --role, --job or --skill
            candidates --skill SQL --limit 0               | --limit: must be between
            candidates --skill SQL --as-of yesterday       | 'yesterday' is no day; write it as in 2026-11-30
            eval                                           | Say what to evaluate
            sample --out x.ndjson                          | --jobs
            sample --jobs -1 --out x.ndjson                | --jobs must not be negative
            import                                         | Missing required
            import parquet x                               | there is no format parquet
            import jobs nowhere.ndjson                     | there is no file nowhere.ndjson
            export                                         | PERSON
            erase                                          | PERSON
            export cand-1 --data nowhere                   | there is no catalogue in
            erase cand-1 --data nowhere                    | there is no catalogue in
            serve --port 99999                             | --port: must be between 0 and 65535
            serve --keys nowhere --data target/none        | there is no key file nowhere; make one with: rung key NAME
            recommend roles --profile src                  | src is a folder; name the file with the profile
            candidates --skill SQL --data pom.xml          | pom.xml is a file and no data folder
            serve --rate 0 --data nowhere                  | '--rate'
            serve --rate many --data nowhere               | '--rate'
            reindex --data nowhere                         | there is no catalogue in
            """)
    void is_2_with_a_sentence(String command, String sentence) {
        Typed typed = Typed.rung(command.isEmpty() ? new String[0] : command.split(" "));

        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains(sentence).doesNotContain("Exception");
        assertThat(Path.of("nowhere")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"skils":[]}                                    | /skils: is not a field here
            {"skills":[{"level":"expert"}]}                 | /skills/0/skill: is required
            {"skills":[{"skill":"SQL","level":"guru"}]}     | /skills/0/level
            {"target":{"role":"a","job":"b"}}               | /target/role: give exactly one of role, job, credential and most
            {"constraints":{"maxHours":-1}}                 | /constraints/maxHours
            {"limit":0}                                     | /limit
            [1]                                             | cannot be read
            {                                               | cannot be read
            """)
    void a_profile_that_cannot_be_read_is_named_with_the_place(String profile, String sentence) throws Exception {
        Path file = Files.writeString(folder.resolve("me.json"), profile);

        Typed typed = Typed.rung("recommend", "roles", "--profile", file.toString());

        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err())
                .contains("The profile in " + file + " cannot be read")
                .contains(sentence);
        assertThat(typed.err()).doesNotContain("Exception", "dev.rung");
    }

    @Test
    void a_profile_in_another_encoding_is_refused() throws Exception {
        Path file =
                Files.write(folder.resolve("me.json"), "{\"text\":\"Bäcker\"}".getBytes(StandardCharsets.ISO_8859_1));

        Typed typed = Typed.rung("recommend", "roles", "--profile", file.toString());

        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("is not well-formed UTF-8");
    }

    @Test
    void the_sentence_is_not_pushed_off_the_screen_by_a_page_of_options() {
        Typed typed = Typed.rung("recommend", "roles");

        assertThat(typed.err().lines())
                .containsExactly("rung: Missing required option: '--profile=FILE'", "For help: rung recommend --help");
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());

            Typed typed = Typed.rung(
                    "serve", "--port", port, "--data", folder.resolve("data").toString());

            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.err()).contains("port " + port).doesNotContain("Exception");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_named() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        Typed typed = Typed.rung("candidates", "--skill", "SQL", "--data", file.toString());

        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains(file.toString()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_is_0_on_standard_output_with_examples_that_fit_the_screen(String command) {
        Typed typed = Typed.rung((command + " --help").strip().split(" "));

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("Usage: rung", "Example");
        assertThat(typed.err()).isEmpty();
        CommandSpec spec = specs(Rung.commandLine())
                .filter(s -> s.qualifiedName().equals(("rung " + command).strip()))
                .findFirst()
                .orElseThrow();
        String[] footer = spec.usageMessage().footer();
        assertThatCode(() -> String.format(Locale.ROOT, String.join("%n", footer)))
                .as("the footer is a format: a per cent sign is written twice")
                .doesNotThrowAnyException();
        assertThat(footer).filteredOn(line -> line.startsWith("  ")).allMatch(line -> line.length() <= 80);
    }

    static Stream<String> commands() {
        return specs(Rung.commandLine())
                .map(s -> s.qualifiedName().substring("rung".length()).strip());
    }

    private static Stream<CommandSpec> specs(CommandLine line) {
        return Stream.concat(
                Stream.of(line.getCommandSpec()),
                line.getSubcommands().values().stream().flatMap(WronglyTypedTest::specs));
    }
}
