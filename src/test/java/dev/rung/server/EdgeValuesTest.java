package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.rung.json.Json;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every documented field of every body, set to what is at the edge of what can be written, is answered or refused: nothing is answered with a failure. The
 * routes are those of {@link Routes}, fields and examples those of {@code openapi.yaml}, so that a new route or field is tried without a word here.
 */
class EdgeValuesTest {
    private static final int DEEPEST = 5;
    private static final String MARK = "#mark#";
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0.0",
            "-1",
            "0.1",
            "1",
            "100",
            "1e-300",
            "4.9e-324",
            "1e308",
            "1e999",
            "2147483647",
            "2147483648",
            "9223372036854775808");
    private static final List<String> DAYS = List.of(
            "\"-999999999-01-01\"",
            "\"+999999999-12-31\"",
            "\"0000-01-01\"",
            "\"9999-12-31\"",
            "\"9999-12\"",
            "\"-999999999-01\"",
            "\"+999999999-12\"",
            "\"9999-12-31T23:59:59.999999999+18:00\"");
    private static final List<String> TEXTS = List.of(
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\\u2066\\ufeff\"",
            "\"../../../../etc/hostname\"",
            "\"*:* OR {!x}(\\\"~^[* TO *]\\\\\"",
            "\"${jndi:ldap://127.0.0.1/x} %s %n {}\"");
    private static final List<String> ANYTHING = List.of("null", "[]", "{}", "[[[]]]");

    private static JsonNode api;
    private static Running rung;

    @BeforeAll
    static void start() throws IOException {
        try (var in = EdgeValuesTest.class.getResourceAsStream("/openapi.yaml")) {
            api = new YAMLMapper().readTree(in);
        }
        rung = Running.small();
    }

    @AfterAll
    static void stop() {
        rung.close();
    }

    static Stream<Route> routes() {
        return Running.routes().stream().filter(r -> r.body() == Body.JSON);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noValueMakesItFail(Route route) {
        JsonNode content = api.path("paths")
                .path(route.path())
                .path(route.method().name().toLowerCase(Locale.ROOT))
                .at("/requestBody/content/application~1json");
        JsonNode example = content.has("example")
                ? content.path("example")
                : resolved(content.path("examples").iterator().next()).path("value");
        assertThat(example.isObject()).as("has an example").isTrue();
        Map<List<Object>, JsonNode> fields = new LinkedHashMap<>();
        collect(content.path("schema"), List.of(), fields);
        assertThat(fields).isNotEmpty();

        List<String> failed = new ArrayList<>();
        for (JsonNode base : bases(example, fields)) {
            fields.forEach((path, schema) -> {
                for (String edge : edges(schema)) {
                    String body = with(base, path, edge);
                    int status = ask(route, body).status();
                    if (status >= 500) failed.add(status + " " + body);
                    if (status < 300 && route.scope() == Scope.WRITE && !othersAreAnswered()) {
                        failed.add("after it others fail: " + body);
                    }
                }
            });
        }
        assertThat(failed).isEmpty();
    }

    /** What was written once must not spoil what is asked later. */
    private static boolean othersAreAnswered() {
        return rung.post("/v1/candidates/search", "{\"requirements\":[{\"skill\":\"sql\"}]}")
                                .status()
                        == 200
                && rung.post("/v1/recommendations/credentials", "{\"skills\":[{\"skill\":\"sql\"}]}")
                                .status()
                        == 200
                && rung.get("/v1/candidates/somebody/export").status() < 500;
    }

    @Test
    void aDayOfNoCalendarIsRefused() {
        String held = "{\"profile\":{\"credentials\":[{\"id\":\"hygiene-2\",\"awardedOn\":\"+999999999-12-31\"}]}}";

        assertThat(rung.put("/v1/candidates/cand-9", held)
                        .problem(422)
                        .at("/errors/0/message")
                        .textValue())
                .isEqualTo("must be a date such as 2026-11-22");
        assertThat(rung.get("/v1/demand?asOf=-999999999-01-01")
                        .problem(422)
                        .at("/errors/0/parameter")
                        .textValue())
                .isEqualTo("asOf");
    }

    /** As documented, and on the first and last of all days that can be written. */
    private static List<JsonNode> bases(JsonNode example, Map<List<Object>, JsonNode> fields) {
        if (!fields.containsKey(List.<Object>of("asOf"))) return List.of(example);
        return List.of(
                example,
                example.<ObjectNode>deepCopy().put("asOf", "0000-01-01"),
                example.<ObjectNode>deepCopy().put("asOf", "9999-12-31"));
    }

    private static List<String> edges(JsonNode schema) {
        List<String> edges = new ArrayList<>(ANYTHING);
        String type = schema.path("type").asText();
        String format = schema.path("format").asText() + schema.path("pattern").asText();
        if (type.equals("number") || type.equals("integer")) edges.addAll(NUMBERS);
        if (type.equals("string")) edges.addAll(TEXTS);
        if (type.equals("string") && (!format.isEmpty() || !schema.has("enum"))) edges.addAll(DAYS);
        return edges;
    }

    private static JsonNode resolved(JsonNode schema) {
        JsonNode at = schema;
        while (at.has("$ref")) at = api.at(at.path("$ref").textValue().substring(1));
        return at;
    }

    /** Every field that the schema knows, each with its own schema. */
    private static void collect(JsonNode given, List<Object> path, Map<List<Object>, JsonNode> fields) {
        JsonNode schema = resolved(given);
        if (!path.isEmpty()) fields.putIfAbsent(path, schema);
        if (path.size() >= DEEPEST) return;
        for (String several : List.of("allOf", "oneOf", "anyOf")) {
            schema.path(several).forEach(each -> collect(each, path, fields));
        }
        schema.path("properties").properties().forEach(p -> collect(p.getValue(), plus(path, p.getKey()), fields));
        if (schema.path("additionalProperties").isObject()) {
            collect(schema.path("additionalProperties"), plus(path, "EUR"), fields);
        }
        if (schema.has("items")) collect(schema.path("items"), plus(path, 0), fields);
    }

    private static List<Object> plus(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** The example with this value in that place; objects and lists on the way there are made where it has none. */
    private static String with(JsonNode example, List<Object> path, String edge) {
        JsonNode changed = set(example, path, 0);
        return new String(Json.write(changed), StandardCharsets.UTF_8).replace("\"" + MARK + "\"", edge);
    }

    private static JsonNode set(JsonNode node, List<Object> path, int depth) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (depth == path.size()) return make.textNode(MARK);
        Object step = path.get(depth);
        if (step instanceof Integer) {
            ArrayNode list = node instanceof ArrayNode array ? array.deepCopy() : make.arrayNode();
            JsonNode first = set(list.path(0), path, depth + 1);
            if (list.isEmpty()) list.add(first);
            else list.set(0, first);
            return list;
        }
        ObjectNode object = node instanceof ObjectNode known ? known.deepCopy() : make.objectNode();
        String name = (String) step;
        return object.set(name, set(object.path(name), path, depth + 1));
    }

    private static Running.Reply ask(Route route, String body) {
        String id = route.path().contains("credentials") ? "sql-1" : "somebody";
        return rung.send(rung.request(route.path().replace("{id}", id))
                .header("Content-Type", "application/json")
                .method(route.method().name(), BodyPublishers.ofString(body)));
    }
}
