package dev.rung.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages for people: nothing from elsewhere, nothing inline, no dead link, every route described. */
class PagesTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");

    private static Running rung;

    @BeforeAll
    static void start() {
        rung = Running.small();
    }

    @AfterAll
    static void stop() {
        rung.close();
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) found.add(matcher.group(1));
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/credentials/sql-1", "/credentials/nonesuch"})
    void pagesWithoutAScriptHaveTheBarOfThoseWithOne(String page) {
        JsonNode words = rung.get("/web/texts/en.json").json();
        String html = rung.get(page).text();

        for (String each : List.of("learner", "recruiter", "operator", "docs")) {
            String current = page.equals("/" + each) ? " aria-current=\"page\"" : "";
            String address = each.equals("learner") ? "/" : "/" + each;
            assertThat(html)
                    .contains("<a href=\"" + address + "\"" + current + ">"
                            + words.path("bar." + each).textValue() + "</a>");
        }
        assertThat(html)
                .contains("<a class=\"skip\" href=\"#main\">"
                        + words.path("common.skip").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs"})
    void everyLinkLeadsSomewhere(String page) {
        String html = rung.get(page).text();
        Set<String> ids = new HashSet<>(found(ID, html));

        for (String reference : found(REFERENCE, html)) {
            if (reference.startsWith("#")) assertThat(ids).contains(reference.substring(1));
            else assertThat(rung.get(reference).status()).as(reference).isEqualTo(200);
        }
        assertThat(found(ID, html)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/web/common/rung.css", "/web/common/texts.js", "/web/learner/page.js"})
    void nothingComesFromElsewhere(String path) {
        var reply = rung.get(path);
        String policy = reply.header("Content-Security-Policy").orElseThrow();

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http");
        assertThat(found(REFERENCE, reply.text()))
                .allMatch(r -> r.startsWith("/") && !r.startsWith("//") || r.startsWith("#"));
        assertThat(reply.text()).doesNotContain("@import", "url(", " style=", " onclick=", "innerHTML");
    }

    /** What the catalogue says reaches a page as text: no script makes markup, or code, of text. */
    @Test
    void noScriptMakesMarkupOrCodeOfText() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(js|html)")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern(
                                "(inner|outer)HTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|setTimeout\\([\"'`]|createContextualFragment|srcdoc");
            }
        }
    }

    @Test
    void theIndexNamesEveryFileOfThePagesAndNoOther() throws IOException {
        Path folder = Path.of("src/main/resources/web");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(Files.readAllLines(folder.resolve("index")))
                    .isEqualTo(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString())
                            .filter(name -> !name.equals("index"))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void aFileIsSentCompressedToThoseWhoTakeItAndOnceToThoseWhoKeepIt() throws IOException {
        var plain = rung.get("/web/common/rung.css");
        var small = rung.send(rung.request("/web/common/rung.css").header("Accept-Encoding", "br, gzip;q=0.8"));
        var refused = rung.send(rung.request("/web/common/rung.css").header("Accept-Encoding", "gzip;q=0"));
        var again = rung.send(rung.request("/web/common/rung.css")
                .header("If-None-Match", plain.header("ETag").orElseThrow()));

        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(small.header("Content-Encoding")).contains("gzip");
        assertThat(small.header("ETag")).isNotEqualTo(plain.header("ETag"));
        assertThat(refused.text()).isEqualTo(plain.text());
        byte[] unpacked =
                new GZIPInputStream(new ByteArrayInputStream(small.response().body())).readAllBytes();
        assertThat(new String(unpacked, UTF_8)).isEqualTo(plain.text());
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
    }

    @Test
    void theDocsDescribeEveryRouteAndEveryProblem() {
        String html = rung.get("/docs").text();

        assertThat(html)
                .contains(
                        "POST /v1/recommendations/credentials",
                        "GET /v1/candidates/{id}/export",
                        "POST /v1/skills:extract");
        for (Problem.Sort sort : Problem.Sort.values()) assertThat(html).contains("id=\"" + sort.slug() + "\"");
        assertThat(html).doesNotContain("<script");
    }

    @Test
    void aProblemsTypeIsAPlaceInTheDocs() {
        String type = rung.get("/nonesuch").problem(404).path("type").textValue();

        assertThat(rung.get("/docs").text()).contains("id=\"" + type.substring(type.indexOf('#') + 1) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/jobs", "/nonesuch", "/metrics", "/health/live"})
    void browsersAreToldToBeCareful(String path) {
        var reply = rung.get(path);

        assertThat(reply.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.header("X-Frame-Options")).contains("DENY");
        assertThat(reply.header("Referrer-Policy")).contains("no-referrer");
        assertThat(reply.header("Content-Security-Policy")).isPresent();
        assertThat(reply.header("Server")).isEmpty();
    }
}
