package dev.rung.catalogue.opensearch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens and closes {@link PointInTime}s: one for each state that anybody in this process looks at.
 *
 * <p>A state can be shown only while nobody writes: the cluster makes the documents of one write visible one by one. So a point in time counts
 * only if the {@link Head} was the same, without a writer, before and after it was opened.
 *
 * <p>Safe for use by many threads.
 */
final class PointsInTime {
    private static final long POLL_MILLIS = 10;

    private final Cluster cluster;
    private final HeadStore heads;
    private final OpenSearchSettings settings;
    private @Nullable PointInTime newest;

    PointsInTime(Cluster cluster, HeadStore heads, OpenSearchSettings settings) {
        this.cluster = cluster;
        this.heads = heads;
        this.settings = settings;
    }

    /** The newest acknowledged state, held for the caller.
     *
     * @throws IOException if others write without a pause for longer than patience allows
     */
    PointInTime newest() throws IOException {
        long deadline = HeadStore.now() + settings.patience().toMillis();
        while (true) {
            HeadStore.Seen seen = heads.read();
            PointInTime known = known(seen.head());
            if (known != null) return known;
            if (!seen.head().isBeingWritten(HeadStore.now())) {
                String id = openUnchanged(seen);
                if (!id.isEmpty()) return installed(new PointInTime(seen.head(), id));
            }
            if (HeadStore.now() > deadline)
                throw new IOException("other processes write to the catalogue without a pause");
            Pause.millis(POLL_MILLIS);
        }
    }

    private synchronized @Nullable PointInTime known(Head head) {
        return newest != null && newest.shows(head) ? newest.hold() : null;
    }

    /** Opens a point in time; an empty text if somebody wrote meanwhile. */
    private String openUnchanged(HeadStore.Seen seen) throws IOException {
        String id = open(Generations.index(settings, seen.head().generation()));
        if (heads.read().sequenceNumber() == seen.sequenceNumber()) return id;
        close(id);
        return "";
    }

    private synchronized PointInTime installed(PointInTime opened) throws IOException {
        PointInTime before = newest;
        newest = opened;
        if (before != null) {
            before.superseded();
            closeUnused(before);
        }
        return opened.hold();
    }

    /** A state that was kept for further pages, by this process or another.
     *
     * @param name see {@link HeadStore#keep}
     */
    PointInTime kept(Head head, String id) {
        PointInTime found = new PointInTime(head, id);
        found.superseded();
        found.kept();
        synchronized (this) {
            return found.hold();
        }
    }

    /**
     * The cluster has lost a point in time, with a node or because it was not used for long: opens another one of the same state.
     *
     * @throws IOException if that state is history
     */
    void reopen(PointInTime lost) throws IOException {
        HeadStore.Seen seen = heads.read();
        String id = lost.shows(seen.head()) && !seen.head().isBeingWritten(HeadStore.now()) ? openUnchanged(seen) : "";
        if (id.isEmpty()) {
            throw new IOException(
                    "the state that was looked at is lost with a node, and the catalogue has changed; ask again");
        }
        lost.replaced(id);
    }

    /** A state of a generation that is not live yet, for whoever builds it. */
    PointInTime of(Head.Next next) throws IOException {
        PointInTime opened = new PointInTime(
                Head.first(next.generation(), next.model()), open(Generations.index(settings, next.generation())));
        opened.superseded();
        return opened.hold();
    }

    synchronized void letGo(PointInTime pointInTime) throws IOException {
        pointInTime.letGo();
        closeUnused(pointInTime);
    }

    synchronized void closeAll() throws IOException {
        PointInTime last = newest;
        newest = null;
        if (last == null) return;
        last.superseded();
        closeUnused(last);
    }

    private void closeUnused(PointInTime pointInTime) throws IOException {
        if (pointInTime.isUnused()) close(pointInTime.id());
    }

    private String open(String index) throws IOException {
        return cluster.ask(
                        "POST",
                        "/" + index + "/_search/point_in_time",
                        Map.of("keep_alive", PointInTime.KEEP_ALIVE),
                        "",
                        Set.of())
                .body()
                .path("pit_id")
                .asText();
    }

    private void close(String id) throws IOException {
        // It may be gone already, with its node or its generation; otherwise it ends by itself.
        String body = Cluster.json(Map.of("pit_id", List.of(id)));
        cluster.ask("DELETE", "/_search/point_in_time", Map.of(), body, Set.of(400, 404, 500));
    }
}
