package dev.rung.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.io.IOException;
import java.util.Optional;

/** One JSON object a line. Blank lines are passed over. */
final class NdjsonRows implements Rows {
    private final Lines lines;
    private final Ledger ledger;

    NdjsonRows(Lines lines, Ledger ledger) {
        this.lines = lines;
        this.ledger = ledger;
    }

    @Override
    public Optional<Row> next() throws IOException {
        while (true) {
            Optional<Lines.Line> next = lines.next();
            if (next.isEmpty()) return Optional.empty();
            Lines.Line line = next.get();
            if (line.isBlank()) continue;
            Optional<Row> row = row(line);
            if (row.isPresent()) return row;
        }
    }

    private Optional<Row> row(Lines.Line line) throws IOException {
        if (line.tooLong()) {
            ledger.rejected(line.number(), "", "is longer than " + lines.longest() + " bytes");
            return Optional.empty();
        }
        try {
            JsonNode json = Json.read(line.bytes(), JsonNode.class);
            if (json instanceof ObjectNode object) {
                return Optional.of(new Row(line.number(), object, line.bytes().length));
            }
            ledger.rejected(line.number(), "", "must be one JSON object, is " + what(json));
        } catch (InvalidJson e) {
            if (line.number() == 1 && opensArray(line.bytes())) {
                throw new Lines.NotText(
                        "is one JSON array over several lines; one object a line is wanted: jq -c '.[]' FILE");
            }
            ledger.rejected(line.number(), e.pointer(), e.problem());
        }
        return Optional.empty();
    }

    private static String what(JsonNode json) {
        return switch (json.getNodeType()) {
            case ARRAY -> "an array; write its elements one a line: jq -c '.[]' FILE";
            case NULL -> "null";
            default -> "a single " + json.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static boolean opensArray(byte[] bytes) {
        for (byte b : bytes) {
            if (!Character.isWhitespace(b)) return b == '[';
        }
        return false;
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
