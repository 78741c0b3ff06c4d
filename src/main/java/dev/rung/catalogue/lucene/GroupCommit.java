package dev.rung.catalogue.lucene;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Shares the cost of a commit between everybody who is waiting for one.
 *
 * <p>Writers apply their changes side by side, all in the same round. Then one of them, the leader, shuts the door, commits for all of the round, and
 * opens the door to the next one; the others find their round ended when their turn comes, and go. Those who arrive during a commit
 * apply their changes after it and share the next one. Since nobody applies anything while the door is shut, what is
 * shown after a commit is what was committed, to the letter.
 *
 * <p>A round that storage refuses, such as a full disk, fails for everybody in it: its changes are taken back to the last commit, and the next round
 * starts from there. So nobody is told that a write is durable because a later commit worked which no longer held it.
 */
final class GroupCommit {
    private final ReentrantReadWriteLock door = new ReentrantReadWriteLock();
    private final ReentrantLock turn = new ReentrantLock();
    private final Step commit;
    private final Recovery recovery;
    private Round round = new Round();

    /** Something that storage can refuse. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /** What is done after storage refused something. */
    @FunctionalInterface
    interface Recovery {
        /**
         * Takes everything back that was applied since the last commit, if that is needed.
         *
         * @param must whether it is needed in any case
         * @return whether it was done
         */
        boolean run(boolean must) throws IOException;
    }

    /** Those who share a commit, and what became of it. */
    private static final class Round {
        private volatile boolean isJoined;
        private volatile boolean isCommitted;
        private volatile Optional<IOException> failure = Optional.empty();

        boolean hasEnded() throws IOException {
            if (failure.isPresent()) {
                throw new IOException(failure.get().getMessage(), failure.get());
            }
            return isCommitted;
        }
    }

    /**
     * @param commit makes durable and visible all that was applied; never runs beside another step
     * @param recovery never runs beside another step either
     */
    GroupCommit(Step commit, Recovery recovery) {
        this.commit = commit;
        this.recovery = recovery;
    }

    /** Applies changes, beside others, and returns when they are durable. */
    void write(Step apply) throws IOException {
        Round mine;
        try {
            mine = join(apply);
        } catch (IOException e) {
            recover(e);
            throw e;
        }
        turn.lock();
        try {
            if (!mine.hasEnded()) alone(() -> {});
        } finally {
            turn.unlock();
        }
    }

    private Round join(Step apply) throws IOException {
        door.readLock().lock();
        try {
            Round mine = round;
            apply.run();
            mine.isJoined = true;
            return mine;
        } finally {
            door.readLock().unlock();
        }
    }

    /** Runs something while nothing else is applied or committed, after committing what was applied. */
    void exclusively(Step step) throws IOException {
        turn.lock();
        try {
            alone(step);
        } finally {
            turn.unlock();
        }
    }

    /** Makes the storage usable again if it refused something; what was not committed fails. */
    void recover(IOException why) throws IOException {
        turn.lock();
        door.writeLock().lock();
        try {
            if (recovery.run(false)) end(Optional.of(why));
        } finally {
            door.writeLock().unlock();
            turn.unlock();
        }
    }

    private void alone(Step step) throws IOException {
        door.writeLock().lock();
        try {
            if (round.isJoined) {
                try {
                    commit.run();
                } catch (IOException e) {
                    end(Optional.of(e));
                    after(e, true);
                }
                end(Optional.empty());
            }
            try {
                step.run();
            } catch (IOException e) {
                after(e, false);
            }
        } finally {
            door.writeLock().unlock();
        }
    }

    private void after(IOException refused, boolean must) throws IOException {
        try {
            recovery.run(must);
        } catch (IOException e) {
            refused.addSuppressed(e);
        }
        throw refused;
    }

    private void end(Optional<IOException> failure) {
        round.failure = failure;
        round.isCommitted = failure.isEmpty();
        round = new Round();
    }
}
