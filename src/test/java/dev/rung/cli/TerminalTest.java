package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text from other people's files → what a terminal is sent. */
class TerminalTest {
    @TempDir
    private Path folder;

    private static String written(String text) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(TerminalWriter.on(out));
        writer.print(text);
        writer.flush();
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '§',
            value = {
                "Pâtissier 🥐,                    Pâtissier 🥐",
                "a\u001b[2Jb,                     a\\u001b[2Jb",
                "a\u001b]0;owned\u0007b,          a\\u001b]0;owned\\u0007b",
                "a\u001b[8mhidden,                a\\u001b[8mhidden",
                "a\u009b2Jb,                      a\\u009b2Jb",
                "a\bb\u007fc,                     a\\u0008b\\u007fc",
                "txt\u202efdp.exe,                txt\\u202efdp.exe",
                "a\rfake line,                    a\\u000dfake line",
                "\u001b[1mbold\u001b[0m,          \u001b[1mbold\u001b[0m",
                "\u001b[31mred\u001b[39m,         \u001b[31mred\u001b[39m",
            })
    void whatItWouldObeyIsShown(String text, String expected) {
        assertThat(written(text)).isEqualTo(expected);
    }

    @Test
    void linesTabsAndTheProgressBarGoThrough() {
        assertThat(written("a\r\nb\tc\n")).isEqualTo("a\r\nb\tc\n");
        assertThat(written("\r[###] 40%")).isEqualTo("\r[###] 40%");
    }

    @Test
    void anErrorThatQuotesAFileIsSentSo() throws Exception {
        Path file = Files.writeString(
                folder.resolve("jobs.ndjson"), "{\"\u009b2Jx\u202e\":1,\"title\":\"T\",\"id\":\"a\"}\n");

        Typed typed = Typed.process(
                folder,
                "",
                "import",
                "jobs",
                file.toString(),
                "--data",
                folder.resolve("data").toString());

        assertThat(typed.err() + typed.out()).contains("\\u009b2Jx\\u202e").doesNotContain("\u009b", "\u202e");
    }

    @Test
    void aTitleOfSeveralLinesIsPrintedAsOne() throws Exception {
        Path file = Files.writeString(folder.resolve("credentials.ndjson"), """
                {"id":"two-lines","title":"Baking\\n  for  \\r\\n\\u2028 beginners","issuer":{"name":"A\\nschool"}}
                """);
        String data = folder.resolve("data").toString();
        assertThat(Typed.rung("import", "credentials", file.toString(), "--data", data)
                        .status())
                .isZero();

        assertThat(Typed.rung("card", "two-lines", "--data", data).out())
                .startsWith("Baking for beginners\n")
                .contains("A school\n");
    }

    @Test
    void aDocumentSaysTheSame() throws IOException {
        String json = "{\"title\":\"a\u009bb\u202e\"}";

        assertThat(dev.rung.json.Json.mapper().readTree(written(json)))
                .isEqualTo(dev.rung.json.Json.mapper().readTree(json));
    }
}
