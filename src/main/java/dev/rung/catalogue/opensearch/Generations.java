package dev.rung.catalogue.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.encoder.SkillEncoder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The indices that hold a catalogue, one a generation: makes the next one, and lets go of what nobody looks at any more.
 *
 * <p>Safe for use by many threads and processes.
 */
final class Generations {
    /** How long a generation stays after it was replaced: as long as a point in time of it may be held open. */
    static final long RETIRED_FOR_MILLIS = 15 * 60_000;

    private static final long PURGE_POLL_MILLIS = 200;

    private final Cluster cluster;
    private final HeadStore heads;
    private final Writing writing;
    private final OpenSearchSettings settings;
    private final SkillEncoder encoder;

    Generations(Cluster cluster, HeadStore heads, Writing writing, OpenSearchSettings settings, SkillEncoder encoder) {
        this.cluster = cluster;
        this.heads = heads;
        this.writing = writing;
        this.settings = settings;
        this.encoder = encoder;
    }

    /** The name of a generation's index. */
    static String index(OpenSearchSettings settings, String generation) {
        return settings.prefix() + "-" + generation;
    }

    /** Makes the first generation where there is none. */
    void prepare() throws IOException {
        heads.prepare();
        if (heads.find().isPresent()) return;
        String generation = make();
        // Somebody else may start at the same moment; one of the two heads wins.
        if (!heads.create(Head.first(generation, encoder.name()))) delete(generation);
    }

    /**
     * Begins another generation, which follows what is written from now on.
     *
     * @throws IllegalStateException if another process builds one already
     */
    Head.Next begin() throws IOException {
        Head.Next next = new Head.Next(make(), encoder.name(), heads.lease());
        boolean begun = false;
        try {
            writing.alone(head -> {
                boolean isTaken = head.next()
                        .filter(n -> !n.lease().isOver(HeadStore.now()))
                        .isPresent();
                if (isTaken) throw new IllegalStateException("a rebuild is under way already");
                if (head.next().isPresent()) delete(head.next().get().generation());
                heads.update(h -> h.building(Optional.of(next)).released());
            });
            begun = true;
        } finally {
            if (!begun) delete(next.generation());
        }
        return next;
    }

    private String make() throws IOException {
        String generation = UUID.randomUUID().toString().substring(0, 8);
        cluster.put("/" + index(settings, generation), Layout.index(settings, encoder.dimensions()));
        return generation;
    }

    private void delete(String generation) throws IOException {
        cluster.ask("DELETE", "/" + index(settings, generation), Map.of(), "", Set.of(404));
    }

    /**
     * Waits until the cluster has let go of the removed documents. It keeps them for copies of a shard that may have fallen behind, and by default has
     * those say only every thirty seconds how far they are; so it is told to ask more often for as long as this takes.
     */
    void purge() throws IOException {
        writing.alone(head -> {
            for (Head.Retired retired : head.retired()) delete(retired.generation());
            Set<String> gone =
                    head.retired().stream().map(Head.Retired::generation).collect(Collectors.toSet());
            heads.update(h -> h.without(gone));
            String index = "/" + index(settings, head.generation());
            askHowFarCopiesAre(index, Optional.of(PURGE_POLL_MILLIS + "ms"));
            try {
                expunge(index);
            } finally {
                askHowFarCopiesAre(index, Optional.empty());
            }
            heads.update(h -> h.written(Set.of()));
        });
    }

    /** @param every how often; none: as often as by default */
    private void askHowFarCopiesAre(String index, Optional<String> every) throws IOException {
        Map<String, Object> interval = new HashMap<>();
        interval.put("index.soft_deletes.retention_lease.sync_interval", every.orElse(null));
        cluster.put(index + "/_settings", interval);
    }

    private void expunge(String index) throws IOException {
        long deadline = HeadStore.now() + Math.max(settings.patience().toMillis(), HeadStore.LEASE_MILLIS);
        while (true) {
            cluster.post(index + "/_flush?force=true&wait_if_ongoing=true", Map.of());
            cluster.post(index + "/_forcemerge?only_expunge_deletes=true", Map.of());
            cluster.post(index + "/_refresh", Map.of());
            JsonNode stats = cluster.get(index + "/_stats/docs");
            if (stats.path("_all").path("total").path("docs").path("deleted").asLong() == 0) return;
            if (HeadStore.now() > deadline) {
                throw new IOException("the cluster still keeps documents that were removed; ask again later");
            }
            heads.renew();
            Pause.millis(PURGE_POLL_MILLIS);
        }
    }
}
