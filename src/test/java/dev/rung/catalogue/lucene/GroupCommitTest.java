package dev.rung.catalogue.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Acknowledged is what is durable, whatever storage refuses in between. */
class GroupCommitTest {
    private final Set<Integer> applied = ConcurrentHashMap.newKeySet();
    private final Set<Integer> durable = ConcurrentHashMap.newKeySet();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusals = new AtomicInteger();
    private final Random random = new Random(7);

    private void commit() throws IOException {
        if (random.nextInt(3) == 0) {
            refusals.incrementAndGet();
            throw new IOException("No space left on device");
        }
        durable.addAll(applied);
        applied.clear();
    }

    private boolean recover(boolean must) {
        if (must) applied.clear();
        return must;
    }

    @Test
    void aRoundThatIsRefusedFailsForEverybodyInItAndNoLaterOneMakesUpForIt() throws InterruptedException {
        GroupCommit commits = new GroupCommit(this::commit, this::recover);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            int first = t * 1_000;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = first; i < first + 300; i++) {
                    int number = i;
                    try {
                        commits.write(() -> applied.add(number));
                        acknowledged.add(number);
                    } catch (IOException e) {
                        assertThat(e).hasMessage("No space left on device");
                    }
                }
            }));
        }
        for (Thread thread : threads) thread.join();

        assertThat(refusals.get()).isPositive();
        assertThat(acknowledged).isNotEmpty();
        assertThat(durable).isEqualTo(acknowledged);
    }
}
