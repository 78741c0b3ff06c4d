package dev.rung.ci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rung.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report on libraries, against a stand-in for the database on this machine: what it answers → what is said and whether a build stops. */
class VulnerabilitiesTest {
    private static final String SBOM = """
            {"components":[{"purl":"pkg:maven/a/one@1.0?type=jar"},{"purl":"pkg:maven/b/two@2.0"}]}""";

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer database;

    private record Said(int status, String text) {}

    @BeforeEach
    void start() throws IOException {
        database = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        database.start();
    }

    @AfterEach
    void stop() {
        database.stop(0);
    }

    private void answers(int status, String... bodies) {
        database.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] body = bodies[Math.min(asked.size(), bodies.length) - 1].getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private Said report(String accepted) throws Exception {
        Path out = folder.resolve("out");
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ".ci/Vulnerabilities.java",
                        Files.writeString(folder.resolve("sbom.json"), SBOM).toString(),
                        Files.writeString(folder.resolve("accepted"), accepted).toString(),
                        "http://127.0.0.1:" + database.getAddress().getPort() + "/")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        return new Said(status, Files.readString(out));
    }

    @Test
    void whereNothingIsKnownItSaysOfHowManyItAsked() throws Exception {
        answers(200, "{\"results\":[{},{}]}");

        Said said = report("");

        assertThat(said.status()).isZero();
        assertThat(said.text()).contains("2 libraries asked about, 0 known vulnerabilities");
        assertThat(Json.mapper()
                        .readTree(asked.getFirst())
                        .at("/queries/0/package/purl")
                        .textValue())
                .isEqualTo("pkg:maven/a/one@1.0");
    }

    @Test
    void whatIsKnownStopsABuildUnlessSomebodyAcceptedIt() throws Exception {
        answers(
                200,
                "{\"results\":[{\"vulns\":[{\"id\":\"GHSA-1\"}],\"next_page_token\":\"more\"},{\"vulns\":[{\"id\":\"GHSA-2\"}]}]}",
                "{\"results\":[{\"vulns\":[{\"id\":\"GHSA-3\"}]}]}");

        Said said = report("# why\nGHSA-1 only where XML is read, which nothing here does\nGHSA-2 no release yet\n");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text())
                .contains("accepted GHSA-1 in pkg:maven/a/one@1.0", "KNOWN VULNERABILITY GHSA-3 in pkg:maven/a/one@1.0")
                .contains("1 known vulnerabilities that nobody has accepted");
        assertThat(asked.get(1)).contains("\"page_token\":\"more\"").doesNotContain("b/two");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "503, `{}`, status 503",
                "200, `{\"results\":[{}]}`, not one for each library",
                "200, `<html>`, could not be asked",
                "0,   ``, could not be asked"
            })
    void whatCouldNotBeCheckedIsNeverCalledFine(int status, String body, String why) throws Exception {
        if (status > 0) answers(status, body);
        else database.stop(0);

        Said said = report("");

        assertThat(said.status()).isZero();
        assertThat(said.text()).contains("NOT CHECKED", why).doesNotContain("0 known");
    }
}
