package dev.rung.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.rung.match.CandidateRequest.Wanted;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decision records as rows of a table (RFC 4180, UTF-8), one for each person shown. What a spreadsheet would take for a formula gets an apostrophe in
 * front, since ids and names of keys come from outside.
 */
public final class DecisionSheet {
    private static final List<String> HEADER = List.of(
            "decision",
            "at",
            "by",
            "generation",
            "model",
            "as_of",
            "digest",
            "role",
            "job",
            "requirements",
            "verified_only",
            "total",
            "place",
            "person",
            "erased",
            "score",
            "met",
            "of");
    private static final ObjectWriter ROWS =
            new CsvMapper().writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));
    /** What begins a formula in some spreadsheet, also in its full-width form. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    /** The same within a cell, behind what some spreadsheet takes for the end of one: in half of Europe that is a semicolon. */
    private static final Pattern INNER = Pattern.compile("([,;|\t\r\n][\\s\"\u00a0\ufeff]*+)([=+\\-@＝＋－＠])");

    private DecisionSheet() {}

    public static String header() {
        return row(HEADER);
    }

    /** The rows of one decision; one without a person if nobody was shown. */
    public static String rows(Decision decision) {
        if (decision.shown().isEmpty()) return row(decision, List.of("", "", "", "", "", ""));
        return decision.shown().stream()
                .map(s -> row(
                        decision,
                        List.of(
                                Integer.toString(s.place()),
                                s.person().orElse(""),
                                Boolean.toString(s.erased()),
                                Double.toString(s.score()),
                                Integer.toString(s.met()),
                                Integer.toString(s.of()))))
                .collect(Collectors.joining());
    }

    private static String row(Decision decision, List<String> shown) {
        List<String> cells = new java.util.ArrayList<>(List.of(
                decision.id(),
                decision.at().toString(),
                decision.by().orElse(""),
                decision.generation(),
                decision.model(),
                decision.asOf().toString(),
                decision.digest(),
                decision.request().role().orElse(""),
                decision.request().job().orElse(""),
                decision.request().requirements().stream().map(Wanted::skill).collect(Collectors.joining("; ")),
                Boolean.toString(decision.request().verifiedOnly()),
                Long.toString(decision.total())));
        cells.addAll(shown);
        return row(cells);
    }

    private static String row(List<String> cells) {
        try {
            return ROWS.writeValueAsString(
                    cells.stream().map(DecisionSheet::harmless).toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a row that cannot be written", e);
        }
    }

    static String harmless(String cell) {
        String text = INNER.matcher(cell).replaceAll("$1'$2");
        String start = text.stripLeading();
        boolean isFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                || !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }
}
