package dev.rung.server;

import dev.rung.skill.Check;
import java.time.Duration;
import java.util.Optional;

/**
 * What a server puts up with before it refuses.
 *
 * @param jsonBytes largest JSON body, and longest line of a bulk stream
 * @param documentBytes largest badge that is handed in, with the picture around it
 * @param checkTime longest that checking one badge may take, but for what it waits for other servers
 * @param bulkBytes largest bulk stream
 * @param batchItems most questions in one batch
 * @param running most requests that are worked on at once; reading a body and writing an answer do not count
 * @param waiting most requests that wait for their turn
 * @param patience how long a request waits for its turn
 * @param bulks most bulk streams at once
 * @param bodyTime how long a JSON body may take to arrive; a bulk stream has 20 times as long
 * @param idleTime how long a connection may be silent, and about how long the head of a request may take to arrive
 * @param stopTime how long running requests get to finish when the server stops
 * @param connections most connections at once; more are accepted when others close
 * @param bodiesBytes memory for all bodies together that are larger than {@value Room#SMALL} bytes
 * @param rate how often one key, or one address without a key, may ask; none: as often as it likes
 */
public record Limits(
        int jsonBytes,
        int documentBytes,
        Duration checkTime,
        long bulkBytes,
        int batchItems,
        int running,
        int waiting,
        Duration patience,
        int bulks,
        Duration bodyTime,
        Duration idleTime,
        Duration stopTime,
        int connections,
        long bodiesBytes,
        Optional<Rate> rate) {
    public static final Limits DEFAULT = new Limits(
            1 << 20,
            4_000_000,
            Duration.ofMillis(1_500),
            50L << 20,
            100,
            Math.max(8, 4 * Runtime.getRuntime().availableProcessors()),
            512,
            Duration.ofSeconds(5),
            2,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            4_096,
            Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 8),
            Optional.empty());

    public Limits {
        Check.range("jsonBytes", jsonBytes, 1, 1 << 30);
        Check.range("documentBytes", documentBytes, 1, 1 << 30);
        Check.present("checkTime", checkTime);
        Check.range("bulkBytes", bulkBytes, 1, 1L << 40);
        Check.range("batchItems", batchItems, 1, 10_000);
        Check.range("running", running, 1, 100_000);
        Check.range("waiting", waiting, 0, 1_000_000);
        Check.present("patience", patience);
        Check.range("bulks", bulks, 1, 1_000);
        Check.present("bodyTime", bodyTime);
        Check.present("idleTime", idleTime);
        Check.present("stopTime", stopTime);
        Check.range("connections", connections, 1, 1_000_000);
        Check.range("bodiesBytes", bodiesBytes, 1, 1L << 40);
        rate = Check.optional(rate);
    }

    /** With bodies of at most so many bytes. */
    public Limits withBodies(int json, long bulk) {
        return new Limits(
                json,
                documentBytes,
                checkTime,
                bulk,
                batchItems,
                running,
                waiting,
                patience,
                bulks,
                bodyTime,
                idleTime,
                stopTime,
                connections,
                bodiesBytes,
                rate);
    }

    /** With so many requests at work and waiting. */
    public Limits withPlaces(int atWork, int inQueue, Duration queueTime) {
        return new Limits(
                jsonBytes,
                documentBytes,
                checkTime,
                bulkBytes,
                batchItems,
                atWork,
                inQueue,
                queueTime,
                bulks,
                bodyTime,
                idleTime,
                stopTime,
                connections,
                bodiesBytes,
                rate);
    }

    /** With this rate. */
    public Limits withRate(Rate other) {
        return new Limits(
                jsonBytes,
                documentBytes,
                checkTime,
                bulkBytes,
                batchItems,
                running,
                waiting,
                patience,
                bulks,
                bodyTime,
                idleTime,
                stopTime,
                connections,
                bodiesBytes,
                Optional.of(other));
    }

    /** With so many connections, and so much memory for large bodies. */
    public Limits withRoom(int atOnce, long bytes) {
        return new Limits(
                jsonBytes,
                documentBytes,
                checkTime,
                bulkBytes,
                batchItems,
                running,
                waiting,
                patience,
                bulks,
                bodyTime,
                idleTime,
                stopTime,
                atOnce,
                bytes,
                rate);
    }

    /** With so much time to check one badge. */
    public Limits withCheckTime(Duration other) {
        return new Limits(
                jsonBytes,
                documentBytes,
                other,
                bulkBytes,
                batchItems,
                running,
                waiting,
                patience,
                bulks,
                bodyTime,
                idleTime,
                stopTime,
                connections,
                bodiesBytes,
                rate);
    }

    /** With connections that may be silent for so long. */
    public Limits withIdleTime(Duration other) {
        return new Limits(
                jsonBytes,
                documentBytes,
                checkTime,
                bulkBytes,
                batchItems,
                running,
                waiting,
                patience,
                bulks,
                bodyTime,
                other,
                stopTime,
                connections,
                bodiesBytes,
                rate);
    }

    /** With bodies that have to arrive within this time. */
    public Limits withBodyTime(Duration other) {
        return new Limits(
                jsonBytes,
                documentBytes,
                checkTime,
                bulkBytes,
                batchItems,
                running,
                waiting,
                patience,
                bulks,
                other,
                idleTime,
                stopTime,
                connections,
                bodiesBytes,
                rate);
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
