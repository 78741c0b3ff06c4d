package dev.rung.benchmarks.sidebyside;

import java.io.IOException;
import java.util.Optional;

/**
 * Somebody who answers a question, and how to ask.
 *
 * @param question what is asked
 * @param name who answers
 * @param rival name of the one to be compared with, at the same question
 * @param process id of the process that does the work
 * @param asking asks
 */
public record Contender(String question, String name, Optional<String> rival, long process, Asking asking) {
    /** Asks the question of a turn and waits for the answer; turns count from 0, and begin anew where there are no more questions. */
    @FunctionalInterface
    public interface Asking {
        void ask(int turn) throws IOException;
    }

    /** One who works in this very process. */
    public static Contender here(String question, String name, Optional<String> rival, Asking asking) {
        return new Contender(question, name, rival, ProcessHandle.current().pid(), asking);
    }
}
