package dev.rung.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of CSV: text -> rows as JSON with their lines. */
class CsvRowsTest {
    private final Ledger ledger = new Ledger();

    private List<String> rows(String csv) throws IOException {
        List<String> rows = new ArrayList<>();
        try (CsvRows in =
                new CsvRows(new Lines(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))), ledger)) {
            for (Optional<Row> row = in.next(); row.isPresent(); row = in.next()) {
                rows.add(row.get().line() + " " + row.get().json());
            }
        }
        return rows;
    }

    @Test
    void a_quoted_cell_may_hold_separators_quotes_and_line_breaks() throws IOException {
        assertThat(rows("id,text\n1,\"a, \"\"b\"\"\nc\"\n2,plain\n"))
                .containsExactly(
                        "2 {\"id\":\"1\",\"text\":\"a, \\\"b\\\"\\nc\"}", "4 {\"id\":\"2\",\"text\":\"plain\"}");
    }

    @Test
    void a_quote_within_a_cell_is_only_a_quote() throws IOException {
        assertThat(rows("id,size\n1,5\" pipe\n2,6\n"))
                .containsExactly("2 {\"id\":\"1\",\"size\":\"5\\\" pipe\"}", "3 {\"id\":\"2\",\"size\":\"6\"}");
    }

    @Test
    void a_quote_that_is_never_closed_spoils_its_own_line_only() throws IOException {
        assertThat(rows("id,text\n1,\"open\n2,b\n3,c\n"))
                .containsExactly("3 {\"id\":\"2\",\"text\":\"b\"}", "4 {\"id\":\"3\",\"text\":\"c\"}");
        assertThat(Trial.where(ledger.report(false).errors())).containsExactly("2");
    }

    @Test
    void empty_cells_and_blank_lines_are_nothing() throws IOException {
        assertThat(rows("a,b,c\n1,, \n\n   \n,2,\n")).containsExactly("2 {\"a\":\"1\"}", "5 {\"b\":\"2\"}");
    }

    @Test
    void a_row_of_another_width_is_refused() throws IOException {
        assertThat(rows("a,b\n1\n1,2\n1,2,3\n")).containsExactly("3 {\"a\":\"1\",\"b\":\"2\"}");
        assertThat(Trial.where(ledger.report(false).errors())).containsExactly("2", "4");
    }

    @ParameterizedTest
    @CsvSource({"'a,,c', without a name", "'a,a', two columns called a"})
    void a_header_that_makes_no_sense_ends_the_matter(String header, String message) {
        assertThatThrownBy(() -> rows(header + "\n1,2,3\n"))
                .isInstanceOf(Lines.NotText.class)
                .hasMessageContaining(message);
    }

    @Property(tries = 300)
    void whatever_is_written_by_the_rules_is_read_back(@ForAll("tables") List<List<String>> table) throws IOException {
        String csv = "a,b\n"
                + table.stream()
                        .map(cells -> cells.stream()
                                .map(c -> '"' + c.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n"));

        List<List<String>> read = new ArrayList<>();
        try (CsvRows in =
                new CsvRows(new Lines(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))), ledger)) {
            for (Optional<Row> row = in.next(); row.isPresent(); row = in.next()) {
                read.add(List.of(
                        row.get().json().path("a").asText(),
                        row.get().json().path("b").asText()));
            }
        }
        assertThat(read).isEqualTo(table);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars("ab\",;\n\t é'|")
                .ofMinLength(0)
                .ofMaxLength(6)
                .map(s -> "x" + s + "y");
        return cell.list().ofSize(2).list().ofMinSize(1).ofMaxSize(8);
    }
}
