package dev.rung.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.audit.Decisions;
import dev.rung.behaviour.BruteForceEvents;
import dev.rung.behaviour.Events;
import dev.rung.catalogue.BruteForceCatalogue;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.Kind;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.encoder.SkillEncoder;
import dev.rung.formats.Intake;
import dev.rung.formats.Ledger;
import dev.rung.formats.Progress;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.match.Recommender;
import dev.rung.privacy.Erasures;
import dev.rung.privacy.PersonalData;
import dev.rung.server.Limits.Times;
import dev.rung.trust.TrustFiles;
import dev.rung.trust.TrustSettings;
import dev.rung.wallet.Wallet;
import java.io.ByteArrayInputStream;
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
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A server of its own on a free port, over a small catalogue, and a client for it. */
final class Running implements AutoCloseable {
    static final SkillEncoder ENCODER = new LexicalEncoder();

    /** For what starts no server, and so records nothing. */
    static final Decisions UNUSED = new Decisions(Path.of("unused", Decisions.FILE), Clock.systemUTC());

    /** Checking a badge takes as long as it takes, however busy the machine is. */
    static final Limits UNHURRIED = Limits.DEFAULT.with(
            new Times(Times.DEFAULT.body(), Times.DEFAULT.idle(), Duration.ofMinutes(1), Times.DEFAULT.stop()));

    /** Connections may be silent for so long. */
    static Limits closingAfter(Duration idle) {
        return Limits.DEFAULT.with(new Times(Times.DEFAULT.body(), idle, Times.DEFAULT.check(), Times.DEFAULT.stop()));
    }

    final HttpClient client = HttpClient.newHttpClient();
    final Catalogue catalogue;
    final RungServer server;

    /** The folder of the decision records. */
    final Path kept;

    private Running(Catalogue catalogue, RungServer server, Path kept) {
        this.catalogue = catalogue;
        this.server = server;
        this.kept = kept;
    }

    /** With a few records, without keys. */
    static Running small() {
        return with(c -> c);
    }

    /** With a few records and this configuration. */
    static Running with(UnaryOperator<ServerConfig> configured) {
        return over(filled(), configured);
    }

    static Running over(Catalogue catalogue, UnaryOperator<ServerConfig> configured) {
        try {
            ServerConfig config = configured.apply(ServerConfig.local(0));
            Path kept = Files.createTempDirectory("rung-running-test");
            Decisions decisions = new Decisions(kept.resolve(Decisions.FILE), Clock.systemUTC());
            return new Running(
                    catalogue, RungServer.start(config, catalogue, ENCODER, decisions, new BruteForceEvents()), kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every route, over an empty catalogue. */
    static List<Route> routes() {
        Catalogue catalogue = empty();
        Metrics metrics = new Metrics(catalogue);
        Events events = new BruteForceEvents();
        return Routes.of(new Services(
                catalogue,
                ENCODER,
                new Recommender(catalogue, ENCODER),
                UNUSED,
                events,
                new PersonalData(catalogue, UNUSED, events, Erasures.inMemory()),
                new Wallet(catalogue, () -> TrustSettings.OFFLINE),
                TrustDesk.open(TrustFiles.NONE, Limits.DEFAULT),
                metrics,
                Notes.in(Optional.empty()),
                new Reindexing(catalogue, metrics, Clock.systemUTC(), (view, pause) -> {}),
                false,
                Limits.DEFAULT));
    }

    static Catalogue empty() {
        return new BruteForceCatalogue(ENCODER, Recommender.candidateReader(ENCODER));
    }

    static Catalogue filled() {
        Catalogue catalogue = empty();
        fill(catalogue, Kind.SKILLS, """
                {"id":"bake","label":"bake pastries","altLabels":["pastry baking"],"kind":"skill"}
                {"id":"hygiene","label":"food hygiene","kind":"knowledge","alignments":["https://skills.example/hygiene"]}
                {"id":"sql","label":"SQL","kind":"tool"}
                {"id":"teamwork","label":"teamwork","kind":"transversal"}
                """);
        fill(catalogue, Kind.ROLES, """
                {"id":"pastry-chef","title":"pastry chef","group":"5","requirements":[{"skill":"bake","level":"intermediate"},{"skill":"hygiene"},{"skill":"teamwork","importance":"optional","weight":0.4}]}
                {"id":"data-analyst","title":"data analyst","group":"2","requirements":[{"skill":"sql"}]}
                """);
        fill(catalogue, Kind.CREDENTIALS, """
                {"id":"hygiene-2","title":"Food hygiene, level 2","issuer":{"id":"inst","name":"Example Institute"},"illustrative":true,"outcomes":[{"skill":"hygiene","level":"intermediate"}],"assessment":["exam"],"workload":{"hours":8},"offer":{"cost":{"amount":25,"currency":"EUR"},"modes":["online"]}}
                {"id":"sql-1","title":"SQL basics","issuer":{"id":"inst","name":"Example Institute"},"illustrative":true,"outcomes":[{"skill":"sql","level":"foundation"}],"workload":{"hours":60},"offer":{"modes":["onsite"]}}
                """);
        fill(catalogue, Kind.JOBS, """
                {"id":"job-1","title":"Pastry cook","role":"pastry-chef","organisation":"Sample, Inc.","requirements":[{"skill":"bake"},{"skill":"hygiene"}],"place":{"country":"DE","region":"DE-BY"},"sample":true}
                {"id":"job-2","title":"Reporting analyst","role":"data-analyst","requirements":[{"skill":"sql"}],"remote":true,"validThrough":"2027-12-31","sample":true}
                {"id":"job-3","title":"Baker","requirements":[{"skill":"bake"}],"place":{"country":"DE","region":"DE-BE"},"sample":true}
                """);
        fill(catalogue, Kind.CANDIDATES, """
                {"id":"cand-1","name":"Ada Sample","fictitious":true,"profile":{"skills":[{"skill":"bake","level":"intermediate","evidence":"work"}],"credentials":[{"id":"hygiene-2","awardedOn":"2025-05-01","verdict":{"signature":"valid","dates":"valid","status":"valid","issuer":"unknown"}}]}}
                {"id":"cand-2","name":"Ben Sample","fictitious":true,"profile":{"skills":[{"skill":"hygiene"}]}}
                """);
        return catalogue;
    }

    static void fill(Catalogue catalogue, Kind<?> kind, String lines) {
        try (Intake intake = new Intake(catalogue, ENCODER, new Ledger(), Progress.NONE, false)) {
            intake.ndjson(kind, "test", new ByteArrayInputStream(lines.getBytes(UTF_8)));
            assertThat(intake.report().errors()).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Reply get(String path) {
        return send(request(path));
    }

    Reply delete(String path) {
        return send(request(path).DELETE());
    }

    Reply post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Reply post(String path, byte[] json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(json)));
    }

    Reply put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    Reply bulk(String path, String lines) {
        return send(request(path).header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines)));
    }

    @Override
    public void close() {
        client.close();
        server.close();
        catalogue.close();
        try {
            Files.deleteIfExists(kept.resolve(Decisions.FILE));
            Files.delete(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer. */
    record Reply(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return new String(response.body(), UTF_8);
        }

        JsonNode json() {
            try {
                return Json.read(response.body(), JsonNode.class);
            } catch (InvalidJson e) {
                throw new AssertionError("not JSON: " + text(), e);
            }
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** Checks that this is a problem in the form of RFC 9457, and gives it. */
        JsonNode problem(int status) {
            assertThat(response.statusCode()).as(text()).isEqualTo(status);
            assertThat(header("Content-Type")).contains("application/problem+json");
            JsonNode problem = json();
            assertThat(problem.path("status").intValue()).isEqualTo(status);
            assertThat(problem.path("title").textValue()).isNotBlank();
            assertThat(problem.path("detail").textValue()).isNotBlank();
            assertThat(problem.path("type").textValue()).startsWith("/docs#");
            assertThat(text()).doesNotContain("java.", "Exception", "dev.rung", "jackson");
            return problem;
        }
    }
}
