package dev.rung.formats;

import dev.rung.formats.Source.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the right-hand side of a {@link Mapping}:
 *
 * <pre>
 * all    := joined ("," joined)*
 * joined := first ("+" first)*
 * first  := term ("|" term)*
 * term   := 'text' | column ["{" from ":" to ("," from ":" to)* "}"] ["[" separator "]"]
 * column := a name without any of , + | { [ ' "   or   "any name"
 * </pre>
 *
 * <p>A quote inside a quoted text is written twice.
 */
final class SourceParser {
    private static final String ENDS_NAME = ",+|{['\"";

    private final String text;
    private int at;

    private SourceParser(String text) {
        this.text = text;
    }

    /** The source.
     *
     * @throws IllegalArgumentException saying where and what was expected
     */
    static Source parse(String text) {
        SourceParser parser = new SourceParser(text);
        Source source = parser.all();
        if (parser.at < text.length()) throw parser.expected("one of , + | or the end");
        return source;
    }

    private Source all() {
        return several(',', this::joined, Source.AllOf::new);
    }

    private Source joined() {
        return several('+', this::first, Source.Joined::new);
    }

    private Source first() {
        return several('|', this::term, Source.FirstOf::new);
    }

    private Source several(char between, Supplier<Source> part, Function<List<Source>, Source> together) {
        List<Source> parts = new ArrayList<>();
        do {
            parts.add(part.get());
            skipSpace();
        } while (take(between));
        return parts.size() == 1 ? parts.getFirst() : together.apply(List.copyOf(parts));
    }

    private Source term() {
        skipSpace();
        if (at < text.length() && text.charAt(at) == '\'') return new Source.Constant(quoted());
        String name = at < text.length() && text.charAt(at) == '"' ? quoted() : name();
        Map<String, String> renamed = take('{') ? renamed() : Map.of();
        return new Column(name, renamed, take('[') ? upTo("]") : "");
    }

    private String name() {
        int from = at;
        while (at < text.length() && ENDS_NAME.indexOf(text.charAt(at)) < 0) at++;
        String name = text.substring(from, at).strip();
        if (name.isEmpty()) throw expected("a column or a 'text in quotes'");
        return name;
    }

    private String quoted() {
        char quote = text.charAt(at++);
        StringBuilder quoted = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != quote) {
                quoted.append(c);
            } else if (at < text.length() && text.charAt(at) == quote) {
                quoted.append(quote);
                at++;
            } else {
                return quoted.toString();
            }
        }
        throw expected("a closing " + quote);
    }

    private Map<String, String> renamed() {
        Map<String, String> renamed = new LinkedHashMap<>();
        do {
            String from = upTo(":");
            int start = at;
            while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '}') at++;
            renamed.put(from.strip(), text.substring(start, at).strip());
        } while (take(','));
        if (!take('}')) throw expected("} after the last replacement");
        return Map.copyOf(renamed);
    }

    private String upTo(String stop) {
        int end = text.indexOf(stop, at);
        if (end <= at) throw expected("something before " + stop);
        String part = text.substring(at, end);
        at = end + stop.length();
        return part;
    }

    private boolean take(char c) {
        if (at >= text.length() || text.charAt(at) != c) return false;
        at++;
        return true;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') at++;
    }

    private IllegalArgumentException expected(String what) {
        return new IllegalArgumentException("expected " + what + " at character " + (at + 1) + " of: " + text);
    }
}
