package dev.rung.catalogue.opensearch;

import dev.rung.catalogue.Kind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Carries out writes, one after another across all processes, and many callers' together: whoever gets the turn takes along what the others have
 * queued, so that one right to write, one refresh and one new head serve them all.
 *
 * <p>A write is durable when every copy of a shard that the cluster counts as in step has it in its log on disk; that is when the cluster answers.
 * It is acknowledged when the head says so.
 *
 * <p>Safe for use by many threads.
 */
final class Writing {
    /** Most operations that share a turn: each caller waits for all of them. */
    private static final int MOST_TOGETHER = 5_000;

    private final Cluster cluster;
    private final HeadStore heads;
    private final Bulk bulk;
    private final OpenSearchSettings settings;
    private final String model;
    private final ReentrantLock turn = new ReentrantLock();
    private final Queue<Pending> queue = new ArrayDeque<>();

    Writing(Cluster cluster, HeadStore heads, OpenSearchSettings settings, String model) {
        this.cluster = cluster;
        this.heads = heads;
        this.bulk = new Bulk(cluster, settings);
        this.settings = settings;
        this.model = model;
    }

    /** What one caller waits for. Guarded by the turn. */
    private static final class Pending {
        private final List<Operation> operations;
        private boolean done;
        private @Nullable IOException failure;

        Pending(List<Operation> operations) {
            this.operations = operations;
        }
    }

    /** Something done while nobody else writes, in any process. */
    @FunctionalInterface
    interface Alone {
        void run(Head head) throws IOException;
    }

    /** Carries out operations and returns when they are durable and every view opened from then on shows them. */
    void write(List<Operation> operations) throws IOException {
        Pending mine = new Pending(operations);
        synchronized (queue) {
            queue.add(mine);
        }
        turn.lock();
        try {
            while (!mine.done) carryOut(some());
        } finally {
            turn.unlock();
        }
        if (mine.failure != null) throw new IOException(mine.failure.getMessage(), mine.failure);
    }

    private List<Pending> some() {
        List<Pending> some = new ArrayList<>();
        int operations = 0;
        synchronized (queue) {
            while (!queue.isEmpty() && (some.isEmpty() || operations < MOST_TOGETHER)) {
                Pending next = queue.remove();
                some.add(next);
                operations += next.operations.size();
            }
        }
        return some;
    }

    private void carryOut(List<Pending> some) {
        List<Operation> operations =
                some.stream().flatMap(p -> p.operations.stream()).toList();
        IOException failure = null;
        try {
            Head head = heads.lock();
            try {
                apply(head, operations);
            } finally {
                // Even if it failed half-way: what was carried out is a state of its own.
                heads.update(h -> h.written(kinds(operations)));
            }
        } catch (IOException e) {
            failure = e;
        }
        for (Pending pending : some) {
            pending.failure = failure;
            pending.done = true;
        }
    }

    private void apply(Head head, List<Operation> operations) throws IOException {
        String live = Generations.index(settings, head.generation());
        Optional<Head.Next> next = head.next().filter(n -> !n.lease().isOver(HeadStore.now()));
        List<String> lines = new ArrayList<>();
        for (Operation operation : operations) {
            lines.add(operation.live(live, isOurs(head.model())));
            next.ifPresent(
                    n -> lines.add(operation.followed(Generations.index(settings, n.generation()), isOurs(n.model()))));
        }
        bulk.send(lines, heads::renew);
        cluster.post("/" + live + "/_refresh", Map.of());
        deleteRetired(head);
    }

    /** Copies records to a generation that is being built. */
    void copy(Head.Next next, List<Operation> operations) throws IOException {
        String index = Generations.index(settings, next.generation());
        bulk.send(
                operations.stream()
                        .map(o -> o.copied(index, isOurs(next.model())))
                        .toList(),
                () -> {});
    }

    /** Writes again what was written to a generation being built while it was. */
    void follow(Head.Next next, List<Operation> operations) throws IOException {
        String index = Generations.index(settings, next.generation());
        bulk.send(
                operations.stream()
                        .map(o -> o.followed(index, isOurs(next.model())))
                        .toList(),
                heads::renew);
    }

    private boolean isOurs(String other) {
        return other.equals(model);
    }

    /**
     * Does something while nobody else writes. It ends its right to write by a last {@link HeadStore#update}; if it fails before, the right is given
     * back here.
     */
    void alone(Alone work) throws IOException {
        turn.lock();
        try {
            Head head = heads.lock();
            boolean succeeded = false;
            try {
                work.run(head);
                succeeded = true;
            } finally {
                if (!succeeded) heads.update(Head::released);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Generations that nobody can look at any more go. */
    private void deleteRetired(Head head) throws IOException {
        long before = HeadStore.now() - Generations.RETIRED_FOR_MILLIS;
        Set<String> over = new HashSet<>();
        for (Head.Retired retired : head.retired()) {
            if (retired.since() < before) over.add(retired.generation());
        }
        if (over.isEmpty()) return;
        for (String generation : over) {
            cluster.ask("DELETE", "/" + Generations.index(settings, generation), Map.of(), "", Set.of(404));
        }
        heads.update(h -> h.without(over));
    }

    private static Set<Kind<?>> kinds(List<Operation> operations) {
        Set<Kind<?>> kinds = new HashSet<>();
        operations.forEach(o -> kinds.add(o.kind()));
        return kinds;
    }
}
