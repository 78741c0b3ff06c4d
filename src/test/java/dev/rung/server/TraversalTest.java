package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.catalogue.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, ids, filters and words of search that try to be places on the disk, or a language of queries, over a real data folder. */
class TraversalTest {
    @TempDir
    private static Path top;

    private static Running rung;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(top.resolve("secret.json"), "{\"secret\":\"4711\"}");
        var catalogue = StarterForTests.open(Files.createDirectory(top.resolve("data")));
        Running.fill(catalogue, Kind.SKILLS, "{\"id\":\"sql\",\"label\":\"SQL\",\"kind\":\"tool\"}\n");
        rung = Running.over(catalogue, c -> c.withFolder(top.resolve("data")));
    }

    @AfterAll
    static void stop() {
        rung.close();
    }

    private static List<Path> besideTheData() throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            return files.filter(f -> !f.startsWith(top.resolve("data")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2fsecret.json",
                "/%2e%2e/secret.json",
                "/../secret.json",
                "/web/../../secret.json",
                "/web/..%2f..%2fsecret.json",
                "/web/learner/..%2f..%2f..%2fsecret.json",
                "/web/learner/..%5c..%5csecret.json",
                "/web/%252e%252e/secret.json",
                "/web/learner/page.html%00.js",
                "/web/learner/page.html;x=/../../secret.json",
                "/web//etc/hostname",
                "/web/index",
                "/web/learner",
                "/v1/jobs/..%2f..%2fsecret.json",
                "//etc/hostname",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/dev/rung/cli/Rung.class",
                "/logback.xml",
                "http://evil.example/secret.json",
            })
    void noAddressIsAFile(String address) throws IOException {
        String answer = Raw.send(rung, "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("4711", "root:", "<configuration");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..%2F..%2Fx",
                "%2Fetc%2Fhostname",
                "..%5C..%5Cx",
                "%252e%252e%252fx",
                "C%3A%5Cx",
                "CON",
                "x%2F..%2F..%2Fy"
            })
    void noIdIsAFile(String id) throws IOException {
        List<Path> before = besideTheData();

        int status = rung.put("/v1/jobs/" + id, "{\"title\":\"T\"}").status();
        rung.put("/v1/candidates/" + id, "{\"profile\":{\"skills\":[{\"skill\":\"sql\"}]}}");
        rung.get("/v1/candidates/" + id + "/export");
        rung.delete("/v1/candidates/" + id);

        assertThat(status).isIn(201, 400, 422);
        assertThat(besideTheData()).isEqualTo(before);
    }

    /** Many clauses, wild cards, regular expressions and ranges: words, all of them. */
    @Test
    void noQueryIsALanguageOrWithoutEnd() {
        String many = IntStream.range(0, 1_050).mapToObj(Integer::toString).collect(Collectors.joining("%7C"));
        String words = IntStream.range(0, 1_500).mapToObj(i -> "w" + i).collect(Collectors.joining("+"));
        for (String query : List.of(
                "filter=hours:" + many,
                "filter=issuer:" + many,
                "filter=" + "eqf:1,".repeat(1_100),
                "q=" + words,
                "q=" + "a*b?".repeat(1_500),
                "q=%2F(a%2B)%2B%24%2F+OR+*:*+%7B!x%7D+%5B*+TO+*%5D+~+%5E9+%22",
                "q=" + "%28".repeat(2_000),
                "filter=issuer:%22%22%22%22",
                "limit=200")) {
            assertThat(rung.get("/v1/credentials?" + query).status())
                    .as(query.substring(0, Math.min(60, query.length())))
                    .isIn(200, 414, 422, 431);
        }
        rung.get("/v1/credentials?limit=201").problem(422);
        rung.get("/v1/credentials?limit=-1").problem(422);
        rung.get("/v1/credentials?cursor=../../x").problem(410);
    }

    @Test
    void questionsHaveAMostOfEverything() {
        String skills = IntStream.range(0, 201)
                .mapToObj(i -> "{\"skill\":\"s" + i + "\"}")
                .collect(Collectors.joining(","));
        String members = IntStream.range(0, 101)
                .mapToObj(i -> "{\"name\":\"m" + i + "\"}")
                .collect(Collectors.joining(","));
        String items = IntStream.range(0, 101)
                .mapToObj(i -> "{\"about\":\"roles\",\"request\":{}}")
                .collect(Collectors.joining(","));

        rung.post("/v1/candidates/search", "{\"requirements\":[" + skills + "]}")
                .problem(422);
        rung.post("/v1/groups", "{\"target\":{\"role\":\"x\"},\"members\":[" + members + "]}")
                .problem(422);
        rung.post("/v1/recommendations:batch", "{\"items\":[" + items + "]}").problem(413);
        rung.post("/v1/pathways", "{\"target\":{\"role\":\"x\"},\"steps\":1000}")
                .problem(422);
        rung.post("/v1/recommendations/roles", "{\"limit\":201}").problem(422);
        rung.post("/v1/recommendations/roles", "{\"changes\":11}").problem(422);
        rung.post("/v1/recommendations/roles", "{\"text\":\"" + "a".repeat(200_001) + "\"}")
                .problem(422);
    }
}
