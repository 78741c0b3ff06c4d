package dev.rung.server;

import dev.rung.skill.Check;
import java.time.Duration;
import java.util.Optional;

/**
 * What a server puts up with before it refuses.
 *
 * <pre>{@code
 * Limits.DEFAULT.with(new Limits.Rate(10, 20));                              // ten requests a second each
 * Limits.DEFAULT.with(new Limits.Turns(8, 100, Duration.ofSeconds(2), 1)); // eight at once, a hundred in the queue
 * }</pre>
 *
 * @param sizes how much one request may hold
 * @param turns how many requests are worked on and wait
 * @param times how long things may take
 * @param memory how much all of them together may hold
 * @param rate how often one key, or one address without a key, may ask; none: as often as it likes
 */
public record Limits(Sizes sizes, Turns turns, Times times, Memory memory, Optional<Rate> rate) {
    public static final Limits DEFAULT =
            new Limits(Sizes.DEFAULT, Turns.DEFAULT, Times.DEFAULT, Memory.DEFAULT, Optional.empty());

    public Limits {
        Check.present("sizes", sizes);
        Check.present("turns", turns);
        Check.present("times", times);
        Check.present("memory", memory);
        rate = Check.optional(rate);
    }

    public Limits with(Sizes others) {
        return new Limits(others, turns, times, memory, rate);
    }

    public Limits with(Turns others) {
        return new Limits(sizes, others, times, memory, rate);
    }

    public Limits with(Times others) {
        return new Limits(sizes, turns, others, memory, rate);
    }

    public Limits with(Memory other) {
        return new Limits(sizes, turns, times, other, rate);
    }

    public Limits with(Rate other) {
        return new Limits(sizes, turns, times, memory, Optional.of(other));
    }

    /**
     * How much one request may hold.
     *
     * @param json bytes of a JSON body, and of one line of a bulk stream
     * @param document bytes of a badge that is handed in, with the picture around it
     * @param bulk bytes of a bulk stream
     * @param batch questions in one batch
     */
    public record Sizes(int json, int document, long bulk, int batch) {
        public static final Sizes DEFAULT = new Sizes(1 << 20, 4_000_000, 50L << 20, 100);

        public Sizes {
            Check.range("json", json, 1, 1 << 30);
            Check.range("document", document, 1, 1 << 30);
            Check.range("bulk", bulk, 1, 1L << 40);
            Check.range("batch", batch, 1, 10_000);
        }
    }

    /**
     * How many requests are worked on and wait. Reading a body and writing an answer do not count.
     *
     * @param running most requests that are worked on at once
     * @param waiting most requests that wait for their turn
     * @param patience how long a request waits for its turn
     * @param bulks most bulk streams at once; none waits
     */
    public record Turns(int running, int waiting, Duration patience, int bulks) {
        public static final Turns DEFAULT =
                new Turns(Math.max(8, 4 * Runtime.getRuntime().availableProcessors()), 512, Duration.ofSeconds(5), 2);

        public Turns {
            Check.range("running", running, 1, 100_000);
            Check.range("waiting", waiting, 0, 1_000_000);
            Check.present("patience", patience);
            Check.range("bulks", bulks, 1, 1_000);
        }
    }

    /**
     * How long things may take.
     *
     * @param body for a JSON body to arrive; a bulk stream has 20 times as long
     * @param idle for a connection to be silent, and about how long the head of a request may take to arrive
     * @param check to check one badge, but for what it waits for other servers
     * @param stop for running requests to finish when the server stops
     */
    public record Times(Duration body, Duration idle, Duration check, Duration stop) {
        public static final Times DEFAULT = new Times(
                Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMillis(1_500), Duration.ofSeconds(20));

        public Times {
            Check.present("body", body);
            Check.present("idle", idle);
            Check.present("check", check);
            Check.present("stop", stop);
        }
    }

    /**
     * How much all requests together may hold.
     *
     * @param connections most at once; more are accepted when others close
     * @param bodies bytes of all bodies that are larger than {@value Room#SMALL} bytes
     */
    public record Memory(int connections, long bodies) {
        public static final Memory DEFAULT =
                new Memory(4_096, Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 8));

        public Memory {
            Check.range("connections", connections, 1, 1_000_000);
            Check.range("bodies", bodies, 1, 1L << 40);
        }
    }

    /**
     * A bucket of tokens, one a request.
     *
     * @param perSecond tokens that flow in every second
     * @param burst how many the bucket holds
     */
    public record Rate(double perSecond, int burst) {
        public Rate {
            Check.range("perSecond", perSecond, 0.001, 1_000_000);
            Check.range("burst", burst, 1, 1_000_000);
        }
    }
}
