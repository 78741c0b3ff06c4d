package dev.rung.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.rung.json.Json;
import dev.rung.server.Problem.Sort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a page to read from {@code openapi.yaml}: every route with its parameters, its body and an example; every form of document; every sort of
 * problem. Plain HTML without scripts. It knows as much of OpenAPI as that file uses.
 */
final class DocsPage {
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonNode api;
    private final Html html = new Html();

    private DocsPage(JsonNode api) {
        this.api = api;
    }

    /** The page for a description in YAML. */
    static String of(byte[] yaml) {
        try {
            return new DocsPage(new YAMLMapper().readTree(yaml)).page();
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml cannot be read", e);
        }
    }

    private String page() {
        JsonNode info = api.path("info");
        html.begin(info.path("title").asText() + ": its interface", "/docs");
        html.element("h1", "How to ask Rung");
        html.element("p", info.path("summary").asText());
        contents();
        html.paragraphs(info.path("description").asText());
        html.raw("<p>The same for machines: <a href=\"/openapi.yaml\">openapi.yaml</a>.</p>");
        html.element("h2", "Keys")
                .paragraphs(
                        api.at("/components/securitySchemes/key/description").asText());
        for (JsonNode tag : api.path("tags")) {
            String name = tag.path("name").asText();
            html.heading("h2", anchor(name), name)
                    .paragraphs(tag.path("description").asText());
            operations(name);
        }
        problems();
        html.heading("h2", "documents", "Documents");
        for (Map.Entry<String, JsonNode> schema : api.at("/components/schemas").properties()) {
            html.heading("h3", "form-" + schema.getKey(), schema.getKey());
            schema(schema.getValue());
        }
        return html.endMain().end();
    }

    private void contents() {
        html.raw("<nav aria-label=\"Contents\"><ul>");
        for (JsonNode tag : api.path("tags")) {
            String name = tag.path("name").asText();
            html.raw("<li>").link("#" + anchor(name), name).raw("</li>");
        }
        html.raw("<li>").link("#problems", "Problems").raw("</li><li>").link("#documents", "Documents");
        html.raw("</li></ul></nav>");
    }

    private void operations(String tag) {
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue().at("/tags/0").asText().equals(tag)) {
                    operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue());
                }
            }
        }
    }

    private void operation(String method, String path, JsonNode operation) {
        html.raw("<section>");
        html.heading(
                "h3",
                operation.path("operationId").asText(),
                operation.path("summary").asText());
        html.raw("<p class=\"route\">").element("code", method + " " + path).raw("</p>");
        String scope = operation.path("x-scope").asText();
        html.element("p", scope.equals("public") ? "Needs no key." : "Needs the scope " + scope + ".");
        html.paragraphs(operation.path("description").asText());
        parameters(operation.path("parameters"));
        for (Map.Entry<String, JsonNode> body :
                operation.at("/requestBody/content").properties()) {
            html.raw("<p>Body: <code>").text(body.getKey()).raw("</code>, ");
            type(body.getValue().path("schema"));
            html.raw("</p>");
            for (JsonNode example : body.getValue().path("examples")) example(method, path, body.getKey(), example);
        }
        responses(operation.path("responses"));
        html.raw("</section>");
    }

    private void parameters(JsonNode parameters) {
        if (parameters.isEmpty()) return;
        html.table("Parameter", "Where", "What");
        for (JsonNode given : parameters) {
            JsonNode parameter = resolved(given);
            html.raw("<tr><td>")
                    .element("code", parameter.path("name").asText())
                    .raw("</td>");
            html.element("td", parameter.path("in").asText()).raw("<td>");
            html.inline(parameter.path("description").asText());
            limits(parameter.path("schema"));
            html.raw("</td></tr>");
        }
        html.raw("</tbody></table>");
    }

    private void example(String method, String path, String mediaType, JsonNode example) {
        JsonNode value = example.path("value");
        html.raw("<figure><figcaption>").text(example.path("summary").asText()).raw("</figcaption>");
        // Where it is too wide it scrolls, also for who has no mouse.
        html.raw("<pre tabindex=\"0\">")
                .text("%s %s%nContent-Type: %s%n%n%s"
                        .formatted(method, path, mediaType, value.isTextual() ? value.asText() : Json.pretty(value)));
        html.raw("</pre></figure>");
    }

    private void responses(JsonNode responses) {
        html.table("Status", "Answer", "Document");
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            String reference = response.getValue().path("$ref").asText();
            if (reference.endsWith("/Problem")) {
                Sort sort = Sort.of(Integer.parseInt(response.getKey()));
                html.raw("<tr>").element("td", response.getKey()).raw("<td>").link("#" + sort.slug(), sort.title);
                html.raw("</td><td>").link("#form-Problem", "Problem").raw("</td></tr>");
                continue;
            }
            JsonNode answer = resolved(response.getValue());
            html.raw("<tr>").element("td", response.getKey());
            html.element("td", answer.path("description").asText()).raw("<td>");
            for (Map.Entry<String, JsonNode> content : answer.path("content").properties()) {
                type(content.getValue().path("schema"));
            }
            html.raw("</td></tr>");
        }
        html.raw("</tbody></table>");
    }

    private void problems() {
        html.heading("h2", "problems", "Problems");
        html.paragraphs("A request that is refused is answered with a document of the type `" + Problem.MEDIA_TYPE
                + "`. Its `type` is one of these addresses; its `errors` name the places at fault.");
        html.table("Problem", "Status", "What it says");
        for (Sort sort : Sort.values()) {
            html.raw("<tr id=\"" + sort.slug() + "\"><td>")
                    .element("code", sort.slug())
                    .raw("</td>");
            html.element("td", Integer.toString(sort.status))
                    .element("td", sort.title)
                    .raw("</tr>");
        }
        html.raw("</tbody></table>");
    }

    private void schema(JsonNode schema) {
        html.paragraphs(schema.path("description").asText());
        for (JsonNode base : schema.path("allOf")) {
            html.raw("<p>All of ");
            type(base);
            html.raw(", and:</p>");
        }
        if (schema.path("properties").isEmpty()) {
            html.raw("<p>");
            type(schema);
            limits(schema);
            html.raw("</p>");
            return;
        }
        html.table("Field", "Type", "What");
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            html.raw("<tr><td>").element("code", property.getKey()).raw("</td><td>");
            type(property.getValue());
            html.raw("</td><td>");
            for (JsonNode required : schema.path("required")) {
                if (required.asText().equals(property.getKey())) html.text("Required. ");
            }
            html.inline(property.getValue().path("description").asText());
            limits(property.getValue());
            html.raw("</td></tr>");
        }
        html.raw("</tbody></table>");
    }

    private void type(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (reference.startsWith(SCHEMAS)) {
            String name = reference.substring(SCHEMAS.length());
            html.link("#form-" + name, name);
        } else if (schema.path("type").asText().equals("array")) {
            html.text("list of ");
            type(schema.path("items"));
        } else if (schema.path("properties").isObject()) {
            html.text("object with ");
            String[] separator = {""};
            schema.path("properties").fieldNames().forEachRemaining(name -> {
                html.text(separator[0]).element("code", name);
                separator[0] = ", ";
            });
        } else {
            String format = schema.path("format").asText();
            html.text(format.isEmpty() ? schema.path("type").asText("any") : format);
        }
    }

    private void limits(JsonNode schema) {
        if (schema.has("enum")) {
            String separator = " One of ";
            for (JsonNode word : schema.path("enum")) {
                html.text(separator).element("code", word.asText());
                separator = ", ";
            }
            html.text(".");
        }
        if (schema.has("minimum")) html.text(" From " + schema.path("minimum").asText() + ".");
        if (schema.has("maximum")) html.text(" Up to " + schema.path("maximum").asText() + ".");
        if (schema.has("maxItems"))
            html.text(" At most " + schema.path("maxItems").asText() + ".");
        if (schema.has("default"))
            html.text(" Default: " + schema.path("default").asText() + ".");
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : api.at(reference.substring(1));
    }

    private static String anchor(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
