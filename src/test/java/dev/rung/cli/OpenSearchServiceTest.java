package dev.rung.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.audit.Decisions;
import dev.rung.behaviour.EventLog;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.opensearch.ClusterForTests;
import dev.rung.catalogue.opensearch.OpenSearchCatalogue;
import dev.rung.catalogue.opensearch.OpenSearchSettings;
import dev.rung.catalogue.opensearch.RealCluster;
import dev.rung.catalogue.opensearch.TlsFront;
import dev.rung.encoder.SkillEncoder;
import dev.rung.formats.StarterCatalogue;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.match.Recommender;
import dev.rung.server.RungServer;
import dev.rung.server.ServerConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The service beside a real cluster, as behind a balancer: one copy was started by the command line on an empty cluster, which it reaches with TLS, a
 * name and a password; another runs in this process. A third, on the embedded engine, knows nothing of them.
 */
@Tag("cluster")
@ExtendWith(ClusterForTests.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class OpenSearchServiceTest {
    private static final String PASSWORD = "slightly: less öbvious";
    private static final String JOB = """
            {"id":"%s","title":"Night nurse","requirements":[{"skill":"telehealth"}],"sample":true}
            """;

    @TempDir
    private static Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final OpenSearchSettings cluster;
    private final List<AutoCloseable> open = new ArrayList<>();
    private TlsFront front;
    private Process process;
    private String greeting;
    private URI one;
    private URI other;
    private URI embedded;

    OpenSearchServiceTest(RealCluster cluster) {
        this.cluster = cluster.settings(2, 0);
    }

    @BeforeAll
    void start() throws IOException {
        front = new TlsFront(folder, cluster.nodes().getFirst(), "rung", PASSWORD);
        open.add(front);
        startOne();
        SkillEncoder encoder = ModelOption.readShipped();
        other = startHere(
                OpenSearchCatalogue.open(cluster, encoder, Recommender.candidateReader(encoder)), "other", encoder);
        DataFolder.Opened alone = DataFolder.Opened.in(folder.resolve("embedded"), encoder);
        Starter.fill(alone);
        alone.close();
        embedded = startHere(
                DataFolder.Opened.in(folder.resolve("embedded"), encoder).catalogue(), "embedded-rest", encoder);
    }

    private void startOne() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Rung.class.getName(),
                "serve",
                "--port",
                "0",
                "--recheck",
                "0"));
        command.addAll(List.of("--engine", "opensearch", "--opensearch-prefix", cluster.prefix()));
        command.addAll(List.of("--opensearch", front.address().toString()));
        command.addAll(List.of("--opensearch-user", "rung"));
        command.addAll(List.of("--opensearch-ca", front.authority().toString()));
        command.addAll(List.of("--opensearch-shards", "2", "--opensearch-replicas", "0"));
        command.addAll(List.of("--data", folder.resolve("one").toString()));
        Path err = folder.resolve("one.err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().put("RUNG_OPENSEARCH_PASSWORD", PASSWORD);
        process = builder.start();
        BufferedReader said = process.inputReader(UTF_8);
        greeting = Optional.ofNullable(said.readLine()).orElseGet(() -> "nothing");
        Matcher ready = Pattern.compile("Rung is ready at (\\S+) with ").matcher(greeting);
        assertThat(ready.find()).as(greeting + "\n" + Files.readString(err)).isTrue();
        one = URI.create(ready.group(1));
    }

    private URI startHere(Catalogue catalogue, String rest, SkillEncoder encoder) throws IOException {
        DataFolder.Opened opened = DataFolder.Opened.with(catalogue, folder.resolve(rest), encoder);
        open.add(opened);
        RungServer server = RungServer.start(
                ServerConfig.local(0).withFolder(folder.resolve(rest)).withRecheck(Duration.ZERO),
                catalogue,
                encoder,
                new Decisions(folder.resolve(rest).resolve(Decisions.FILE), Clock.systemUTC()),
                opened.events());
        open.add(server);
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @AfterAll
    void stop() throws Exception {
        if (process != null) process.destroyForcibly().waitFor();
        for (AutoCloseable opened : open.reversed()) opened.close();
        client.close();
    }

    @Test
    void anEmptyClusterGetsTheStarterCatalogue() throws IOException {
        int records =
                StarterCatalogue.builtIn().changes(ModelOption.readShipped()).size();
        for (URI copy : List.of(one, other)) {
            JsonNode health = json(get(copy, "/health/ready"));
            assertThat(Kind.ALL.stream()
                            .mapToInt(kind ->
                                    health.path("records").path(kind.plural()).intValue())
                            .sum())
                    .isEqualTo(records);
        }
        assertThat(greeting).contains("engine opensearch at " + front.address()).doesNotContain(PASSWORD);
        assertThat(Files.readString(folder.resolve("one.err"))).doesNotContain(PASSWORD);
    }

    @Test
    void thePasswordGoesWithEveryRequestAtOnce() {
        assertThat(front.admitted()).isPositive();
        assertThat(front.refused()).isZero();
    }

    /** To the last byte between the copies; and what the embedded engine says but for the name of the generation. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/recommendations/credentials | {"text":"Four years in a hotel kitchen, I bake at home and want to do pastry","limit":10}
            /v1/recommendations/credentials | {"experience":[{"role":"nurse","months":72}],"target":{"role":"data-analyst"},"limit":10}
            /v1/recommendations/roles       | {"experience":[{"role":"nurse","months":72}],"skills":[{"skill":"telehealth"}],"limit":10}
            /v1/recommendations/jobs        | {"experience":[{"role":"nurse","months":72}],"limit":10}
            /v1/candidates/search           | {"role":"data-analyst","verifiedOnly":true,"limit":10}
            /v1/candidates/search           | {"role":"data-analyst","limit":10}
            /v1/pathways                    | {"experience":[{"role":"nurse","months":72}],"target":{"role":"data-analyst"}}
            """)
    void everyCopyAnswersTheSame(String path, String question) {
        HttpResponse<byte[]> answer = post(one, path, question);
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        assertThat(post(other, path, question).body()).asString().isEqualTo(new String(answer.body(), UTF_8));
        assertThat(timeless(answer)).isEqualTo(timeless(post(embedded, path, question)));
    }

    @Test
    void pagesGoOnAtWhicheverCopyIsAskedNext() {
        List<String> whole = ids(json(get(one, "/v1/jobs?q=care&limit=100")));
        assertThat(whole).hasSizeGreaterThan(8);
        List<String> paged = new ArrayList<>();
        String next = "";
        for (int page = 0; page < 4; page++) {
            JsonNode found = json(get(page % 2 == 0 ? one : other, "/v1/jobs?q=care&limit=2" + next));
            paged.addAll(ids(found));
            next = "&cursor=" + found.path("next").textValue();
        }
        assertThat(paged).isEqualTo(whole.subList(0, 8));
    }

    @Test
    void whatOneCopyTakesInEveryCopyShows() {
        HttpResponse<byte[]> report = send(HttpRequest.newBuilder(one.resolve("/v1/jobs:bulk"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(JOB.formatted("night-1") + JOB.formatted("night-2"))));
        assertThat(json(report).path("accepted").intValue()).isEqualTo(2);
        assertThat(get(other, "/v1/jobs/night-2").statusCode()).isEqualTo(200);
        assertThat(delete(other, "/v1/jobs/night-1").statusCode()).isEqualTo(204);
        assertThat(get(one, "/v1/jobs/night-1").statusCode()).isEqualTo(404);
        assertThat(delete(one, "/v1/jobs/night-2").statusCode()).isEqualTo(204);
        assertThat(get(other, "/v1/jobs/night-2").statusCode()).isEqualTo(404);
    }

    /** From the catalogue, and from the events that only the other copy has in its folder. */
    @Test
    void whoIsErasedThroughOneCopyIsGoneFromAll() throws IOException {
        String person = "{\"name\":\"Ada Sample\",\"fictitious\":true,\"profile\":{\"skills\":[{\"skill\":\"sql\"}]}}";
        assertThat(put(one, "/v1/candidates/ada", person).statusCode()).isEqualTo(201);
        String event =
                "{\"kind\":\"completed\",\"person\":\"ada\",\"credential\":\"sql-weekend\",\"at\":\"2026-03-01\"}";
        assertThat(post(one, "/v1/events", event).statusCode()).isEqualTo(200);
        assertThat(get(one, "/v1/candidates/ada/export").statusCode()).isEqualTo(200);
        Path events = folder.resolve("one").resolve(EventLog.FOLDER).resolve(EventLog.FILE);
        assertThat(events).content().contains("ada");

        // Both wait for the cluster to let go, which takes up to half a minute: together, not one after the other.
        Path people = Files.writeString(
                folder.resolve("people.ndjson"),
                "{\"id\":\"ben\",\"name\":\"Ben Sample\",\"fictitious\":true,\"profile\":{\"skills\":[{\"skill\":\"sql\"}]}}\n");
        assertThat(rung("import", "candidates", people.toString()).status()).isZero();
        assertThat(get(one, "/v1/candidates/ben").statusCode()).isEqualTo(200);
        CompletableFuture<Integer> erased = CompletableFuture.supplyAsync(
                () -> delete(other, "/v1/candidates/ada").statusCode());
        assertThat(rung("erase", "ben").status()).isZero();
        assertThat(rung("erase", "ben").status()).as("nobody of that id").isEqualTo(1);
        assertThat(erased.join()).isEqualTo(204);

        for (URI copy : List.of(one, other)) {
            assertThat(get(copy, "/v1/candidates/ada").statusCode()).isEqualTo(404);
            assertThat(get(copy, "/v1/candidates/ben").statusCode()).isEqualTo(404);
            assertThat(get(copy, "/v1/candidates/ada/export").statusCode()).isEqualTo(404);
        }
        assertThat(events).content().doesNotContain("ada");
    }

    @Test
    void theCommandsWorkBesideTheService() throws IOException {
        Path jobs = Files.writeString(
                folder.resolve("jobs.ndjson"), JOB.formatted("night-3").strip() + "\n");
        Typed imported = rung("import", "jobs", jobs.toString());
        assertThat(imported.status()).as(imported.err()).isZero();
        for (URI copy : List.of(one, other)) {
            assertThat(get(copy, "/v1/jobs/night-3").statusCode()).isEqualTo(200);
        }
        assertThat(delete(one, "/v1/jobs/night-3").statusCode()).isEqualTo(204);
    }

    @Test
    void theGoldenCasesPass() {
        Typed golden = rung("eval", "golden", "--json");
        assertThat(golden.status()).as(golden.out() + golden.err()).isZero();
        assertThat(golden.json().path("passed").intValue())
                .isEqualTo(golden.json().path("total").intValue())
                .isPositive();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void whatACopyAcknowledgedOutlivesIt() throws InterruptedException {
        assertThat(put(one, "/v1/jobs/night-4", JOB.formatted("night-4")).statusCode())
                .isEqualTo(201);
        process.destroyForcibly().waitFor();
        assertThat(get(other, "/v1/jobs/night-4").statusCode()).isEqualTo(200);
        assertThat(delete(other, "/v1/jobs/night-4").statusCode()).isEqualTo(204);
    }

    /** A command beside the copies, with a data folder of its own. */
    private Typed rung(String... command) {
        List<String> options = List.of(
                "--engine",
                "opensearch",
                "--opensearch",
                cluster.nodes().stream().map(URI::toString).collect(Collectors.joining(",")),
                "--opensearch-prefix",
                cluster.prefix(),
                "--data",
                folder.resolve("commands").toString());
        return Typed.rung(Stream.concat(Stream.of(command), options.stream()).toArray(String[]::new));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(item.path("id").textValue()));
        return ids;
    }

    /** An answer without the name of the generation it was given from. */
    private static JsonNode timeless(HttpResponse<byte[]> answer) {
        ObjectNode all = (ObjectNode) json(answer);
        assertThat(all.remove("generation")).isNotNull();
        return all;
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return Json.read(answer.body(), JsonNode.class);
        } catch (InvalidJson e) {
            throw new AssertionError("not JSON: " + new String(answer.body(), UTF_8), e);
        }
    }

    private HttpResponse<byte[]> get(URI copy, String path) {
        return send(HttpRequest.newBuilder(copy.resolve(path)));
    }

    private HttpResponse<byte[]> delete(URI copy, String path) {
        return send(HttpRequest.newBuilder(copy.resolve(path)).DELETE());
    }

    private HttpResponse<byte[]> post(URI copy, String path, String json) {
        return send(HttpRequest.newBuilder(copy.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<byte[]> put(URI copy, String path, String json) {
        return send(HttpRequest.newBuilder(copy.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
