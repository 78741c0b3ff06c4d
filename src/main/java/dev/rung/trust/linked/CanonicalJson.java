package dev.rung.trust.linked;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in its one canonical form, RFC 8785 (JCS): members in the order of their UTF-16 names, numbers as ECMAScript prints them, no
 * white space. What the {@code …-jcs-…} suites sign.
 *
 * <pre>{@code
 * CanonicalJson.of(tree("{\"b\": 1.0, \"a\": \"\\u20ac\"}"));   // {"a":"€","b":1}
 * }</pre>
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    public static String of(JsonNode node) {
        StringBuilder out = new StringBuilder(512);
        write(node, out);
        return out.toString();
    }

    /** The same for a tree of the JSON-LD library. */
    static String of(JsonValue value) throws NotCanonical {
        try {
            return of(new ObjectMapper().readTree(value.toString()));
        } catch (JsonProcessingException e) {
            throw new NotCanonical("not_json_ld", "A JSON value in it cannot be read.");
        }
    }

    /** A number as XML Schema's canonical double, with at most 15 digits after the point: {@code 5.3E0}. */
    static String xsdDouble(double number) {
        String text = String.format(Locale.ROOT, "%.15E", number);
        int e = text.indexOf('E');
        String mantissa = text.substring(0, e).replaceAll("0+$", "");
        if (mantissa.endsWith(".")) mantissa += "0";
        return mantissa + "E" + Integer.parseInt(text.substring(e + 1));
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, JsonNode> sorted = new TreeMap<>();
                node.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
                out.append('{');
                for (Iterator<Map.Entry<String, JsonNode>> i = sorted.entrySet().iterator(); i.hasNext(); ) {
                    Map.Entry<String, JsonNode> e = i.next();
                    string(e.getKey(), out);
                    out.append(':');
                    write(e.getValue(), out);
                    if (i.hasNext()) out.append(',');
                }
                out.append('}');
            }
            case ARRAY -> {
                out.append('[');
                for (int i = 0; i < node.size(); i++) {
                    if (i > 0) out.append(',');
                    write(node.get(i), out);
                }
                out.append(']');
            }
            case STRING -> string(node.textValue(), out);
            case NUMBER -> out.append(number(node.doubleValue()));
            default -> out.append(node.asText());
        }
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }

    /** ECMAScript's Number::toString, from Java's shortest digits. */
    private static String number(double d) {
        if (d == 0) return "0";
        if (!Double.isFinite(d)) return "null"; // as ECMAScript writes it
        BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(d))).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int k = digits.length();
        int n = k - shortest.scale();
        String sign = d < 0 ? "-" : "";
        if (k <= n && n <= 21) return sign + digits + "0".repeat(n - k);
        if (0 < n && n <= 21) return sign + digits.substring(0, n) + "." + digits.substring(n);
        if (-6 < n && n <= 0) return sign + "0." + "0".repeat(-n) + digits;
        String exponent = (n > 0 ? "e+" : "e-") + Math.abs(n - 1);
        return sign + (k == 1 ? digits : digits.charAt(0) + "." + digits.substring(1)) + exponent;
    }
}
