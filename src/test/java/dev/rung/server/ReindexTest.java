package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Generation;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.match.Recommender;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Building the catalogue anew while it answers. */
class ReindexTest {
    @TempDir
    private Path folder;

    private Catalogue onDisk() {
        Catalogue catalogue =
                LuceneCatalogue.open(folder, Running.ENCODER, Recommender.candidateReader(Running.ENCODER));
        try (Catalogue few = Running.filled();
                CatalogueView view = few.view()) {
            for (Kind<?> kind : Kind.ALL) copy(kind, view, catalogue);
        }
        return catalogue;
    }

    private static <T> void copy(Kind<T> kind, CatalogueView from, Catalogue to) {
        from.each(kind, record -> to.write(List.of(Change.put(kind, record))));
    }

    private static JsonNode awaitEnd(Running rung) {
        while (true) {
            JsonNode state = rung.get("/v1/reindex").json();
            if (!state.path("state").textValue().equals("running")) return state;
        }
    }

    @Test
    void aNewGenerationHoldsWhatTheOldOneHeld() {
        try (Running rung = Running.over(onDisk(), c -> c)) {
            assertThat(rung.get("/v1/reindex").text()).isEqualTo("{\"state\":\"none\"}");
            JsonNode before = rung.get("/health/ready").json();

            var begun = rung.send(rung.request("/v1/reindex").POST(BodyPublishers.noBody()));
            assertThat(begun.status()).isEqualTo(202);
            assertThat(begun.json().path("state").textValue()).isEqualTo("running");
            JsonNode end = awaitEnd(rung);
            JsonNode after = rung.get("/health/ready").json();

            assertThat(end.path("state").textValue()).isEqualTo("done");
            assertThat(end.path("finishedAt").textValue()).isNotBlank();
            assertThat(end.path("generation")).isEqualTo(after.path("generation"));
            assertThat(after.path("generation")).isNotEqualTo(before.path("generation"));
            assertThat(after.path("records")).isEqualTo(before.path("records"));
            assertThat(rung.get("/metrics").text()).contains("rung_reindexes_total{outcome=\"done\"} 1.0");
        }
    }

    @Test
    void oneAtATime() throws Exception {
        StoppableCatalogue catalogue = new StoppableCatalogue(onDisk());
        try (Running rung = Running.over(catalogue, c -> c)) {
            catalogue.hold(1);
            rung.send(rung.request("/v1/reindex").POST(BodyPublishers.noBody()));
            catalogue.awaitHeld();

            rung.send(rung.request("/v1/reindex").POST(BodyPublishers.noBody())).problem(409);

            catalogue.release();
            assertThat(awaitEnd(rung).path("state").textValue()).isEqualTo("done");
        }
    }

    @Test
    void aServerThatStopsThrowsItAway() throws Exception {
        StoppableCatalogue catalogue = new StoppableCatalogue(onDisk());
        Generation before;
        try (CatalogueView view = catalogue.view()) {
            before = view.generation();
        }
        Metrics metrics = new Metrics(catalogue);
        Reindexing reindexing = new Reindexing(catalogue, metrics, Clock.systemUTC(), (view, pause) -> {});
        catalogue.hold(1);
        assertThat(reindexing.begin()).isPresent();
        catalogue.awaitHeld();

        Thread closing = Thread.ofPlatform().start(reindexing::close);
        while (closing.getState() != Thread.State.WAITING) Thread.onSpinWait();
        catalogue.release();
        closing.join();

        assertThat(reindexing.state().state()).isEqualTo(Reindexing.Phase.FAILED);
        assertThat(reindexing.begin()).isEmpty();
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.generation()).isEqualTo(before);
        }
        metrics.close();
        catalogue.close();
    }
}
