package dev.rung.privacy;

import dev.rung.json.Durable;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.skill.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who is being erased, so that what a crash interrupts is finished at the next start; and that somebody was, so that a backup from before does not bring
 * them back.
 *
 * <p>{@value #PENDING} holds the ids of those who are being erased, for as long as it takes. {@value #DONE} holds, for those who were, the moment and an
 * HMAC-SHA-256 of the id under a key of this folder: no id, and of no use to whoever does not have the id already. Both are replaced in one step.
 *
 * <p>Safe for use by many threads of one process; one process at a time may write. All methods throw {@link UncheckedIOException} when storage fails.
 */
public final class Erasures {
    /** Those who are being erased. */
    public static final String PENDING = "erasing.json";
    /** Those who were. */
    public static final String DONE = "erased.json";

    private static final int KEY_BYTES = 16;

    private final Optional<Path> folder;
    private final Clock clock;
    private final Set<String> pending;
    private Journal journal;

    /**
     * Somebody who was erased.
     *
     * @param at when it was done
     * @param digest of the id
     */
    record Erased(Instant at, String digest) {
        Erased {
            Check.present("at", at);
            Check.present("digest", digest);
        }
    }

    /** @param key of the digests, in hexadecimal */
    record Journal(String key, List<Erased> erased) {
        Journal {
            Check.present("key", key);
            erased = Check.list("erased", erased);
        }

        static Journal empty() {
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            return new Journal(HexFormat.of().formatHex(key), List.of());
        }

        String digest(String person) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
                return HexFormat.of().formatHex(mac.doFinal(person.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException | InvalidKeyException e) {
                throw new AssertionError("every Java platform has HMAC-SHA-256", e);
            }
        }
    }

    private Erasures(Optional<Path> folder, Clock clock, Set<String> pending, Journal journal) {
        this.folder = folder;
        this.clock = clock;
        this.pending = pending;
        this.journal = journal;
    }

    /** Those of a data folder. */
    public static Erasures in(Path folder, Clock clock) {
        Set<String> pending = new TreeSet<>(
                List.of(read(folder.resolve(PENDING), String[].class).orElse(new String[0])));
        Journal journal = read(folder.resolve(DONE), Journal.class).orElseGet(Journal::empty);
        return new Erasures(Optional.of(folder), clock, pending, journal);
    }

    /** Those of a catalogue that is in no folder: forgotten when the process ends. */
    public static Erasures inMemory() {
        return new Erasures(Optional.empty(), Clock.systemUTC(), new TreeSet<>(), Journal.empty());
    }

    /**
     * What a folder's journal knows of those who were erased, for a copy of the folder from before.
     *
     * @param file {@value #DONE}
     */
    public static Erasures journal(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UncheckedIOException(
                    new IOException("there is no file " + file + "; it is called " + DONE + " in a data folder"));
        }
        Journal journal = read(file, Journal.class).orElseGet(Journal::empty);
        return new Erasures(Optional.empty(), Clock.systemUTC(), new TreeSet<>(), journal);
    }

    private static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Files.exists(file) ? Optional.of(Json.read(Files.readAllBytes(file), type)) : Optional.empty();
        } catch (InvalidJson e) {
            throw new UncheckedIOException(new IOException(file + " is damaged: " + e.getMessage(), e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Path> folder() {
        return folder;
    }

    /** Those whose erasure was begun and is not finished. */
    public synchronized List<String> pending() {
        return List.copyOf(pending);
    }

    /** How many were erased. */
    public synchronized int size() {
        return journal.erased().size();
    }

    synchronized boolean isPending(String person) {
        return pending.contains(person);
    }

    /** Durable when it returns. */
    synchronized void begin(String person) {
        if (!pending.add(person)) return;
        try {
            writePending();
        } catch (UncheckedIOException e) {
            pending.remove(person);
            throw e;
        }
    }

    /**
     * Nothing is left of somebody.
     *
     * @param wasKept whether something was kept of them, which is worth remembering
     */
    synchronized void end(String person, boolean wasKept) {
        if (wasKept) {
            List<Erased> more = new ArrayList<>(journal.erased());
            more.add(new Erased(clock.instant().truncatedTo(ChronoUnit.MILLIS), journal.digest(person)));
            Journal next = new Journal(journal.key(), more);
            write(DONE, next);
            journal = next;
        }
        pending.remove(person);
        writePending();
    }

    /** Tells of everybody whether they were erased since. */
    synchronized Predicate<String> since(Instant moment) {
        Journal now = journal;
        Set<String> digests = now.erased().stream()
                .filter(e -> !e.at().isBefore(moment))
                .map(Erased::digest)
                .collect(Collectors.toSet());
        return person -> !digests.isEmpty() && digests.contains(now.digest(person));
    }

    private void writePending() {
        write(PENDING, pending);
    }

    private void write(String name, Object content) {
        if (folder.isEmpty()) return;
        Path file = folder.get().resolve(name);
        try {
            if (content instanceof Set<?> all && all.isEmpty()) {
                Files.deleteIfExists(file);
                Durable.keepName(file);
                return;
            }
            Durable.write(file, Json.write(content));
        } catch (IOException e) {
            throw new UncheckedIOException("That somebody is erased cannot be noted down: " + e.getMessage(), e);
        }
    }
}
