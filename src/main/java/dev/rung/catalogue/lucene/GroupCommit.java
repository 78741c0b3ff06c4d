package dev.rung.catalogue.lucene;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Shares the cost of a commit between everybody who is waiting for one.
 *
 * <p>Writers apply their changes side by side and take a ticket. Then one of them, the leader, shuts the door, commits for all who have a
 * ticket, and opens it again; the others find their ticket covered when their turn comes, and go. Those who arrive during a commit
 * apply their changes after it and share the next one. Since nobody applies anything while the door is shut, what is
 * shown after a commit is what was committed, to the letter.
 */
final class GroupCommit {
    private final ReentrantReadWriteLock door = new ReentrantReadWriteLock();
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicLong tickets = new AtomicLong();
    private final Step commit;
    private long committed;

    /** Something that storage can refuse. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /**
     * @param commit makes durable and visible all that was applied; never runs beside another step
     */
    GroupCommit(Step commit) {
        this.commit = commit;
    }

    /** Applies changes, beside others, and returns when they are durable. */
    void write(Step apply) throws IOException {
        long ticket;
        door.readLock().lock();
        try {
            apply.run();
            ticket = tickets.incrementAndGet();
        } finally {
            door.readLock().unlock();
        }
        turn.lock();
        try {
            if (committed < ticket) alone(commit);
        } finally {
            turn.unlock();
        }
    }

    /** Runs something while nothing else is applied or committed, after committing what was applied. */
    void exclusively(Step step) throws IOException {
        turn.lock();
        try {
            alone(() -> {
                if (committed < tickets.get()) commit.run();
                step.run();
            });
        } finally {
            turn.unlock();
        }
    }

    private void alone(Step step) throws IOException {
        door.writeLock().lock();
        try {
            long covered = tickets.get();
            step.run();
            committed = covered;
        } finally {
            door.writeLock().unlock();
        }
    }
}
