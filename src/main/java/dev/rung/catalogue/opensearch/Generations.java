package dev.rung.catalogue.opensearch;

import dev.rung.encoder.SkillEncoder;
import java.io.IOException;
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
        // Somebody else may start at the same moment; one of the two heads wins. It may also be ours, if the answer to
        // a first attempt was lost.
        boolean isMade = heads.create(Head.first(generation, encoder.name()));
        if (!isMade && !heads.read().head().generation().equals(generation)) delete(generation);
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
     * Makes the cluster rewrite what holds removed documents, and returns when it has. Others may write meanwhile.
     *
     * <p>It takes up to half a minute, whatever the size: the cluster keeps removed documents for copies of a shard that may have fallen behind, and the copies
     * say every thirty seconds how far they are ({@code index.soft_deletes.retention_lease.sync_interval}, which it lets nobody change).
     */
    void purge() throws IOException {
        String generation;
        do {
            generation = heads.read().head().generation();
            writing.alone(this::deleteRetired);
            Purge purge = new Purge(cluster, index(settings, generation), settings.patience());
            purge.run();
            // Another generation may have become the live one, which may have followed the removal in its own way.
        } while (!heads.read().head().generation().equals(generation));
        // Whoever looks from now on looks at what is left, and lets go of the files that are not.
        writing.alone(head -> heads.update(h -> h.written(Set.of())));
    }

    private void deleteRetired(Head head) throws IOException {
        for (Head.Retired retired : head.retired()) delete(retired.generation());
        Set<String> gone = head.retired().stream().map(Head.Retired::generation).collect(Collectors.toSet());
        heads.update(h -> h.without(gone).released());
    }
}
