package dev.rung.behaviour;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.rung.json.Json;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Something that one person did, once.
 *
 * <pre>{@code
 * {"id":"e-17","kind":"completed","person":"p-7f3a","credential":"sql-basics","at":"2026-03-01T10:00:00Z"}
 * }</pre>
 *
 * @param id of the event: the same event sent again has the same id; left out, it is made from the other fields
 * @param kind what was done
 * @param person an opaque pseudonym, or the id of a candidate; never a name
 * @param credential id of the credential it was done with; may be left out for {@link EventKind#HIRED} alone, which then stands for every
 *     credential that the person had completed
 * @param role id of the role it was done for, if that is known
 * @param job id of the job it was done for, if that is known
 * @param at when; in JSON a moment ({@code 2026-03-01T10:00:00Z}, or with another offset) or a day, which counts from its start in UTC
 */
public record Event(
        String id,
        EventKind kind,
        String person,
        Optional<String> credential,
        Optional<String> role,
        Optional<String> job,
        Instant at) {
    /** By time, then by id: the order in which events are told, whatever order they arrived in. */
    public static final Comparator<Event> IN_TIME =
            Comparator.comparing(Event::at).thenComparing(Event::id);

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int DIGEST_BYTES = 16;

    public Event {
        id = Check.id("id", id);
        Check.present("kind", kind);
        person = Check.id("person", person);
        credential = checked("credential", credential);
        role = checked("role", role);
        job = checked("job", job);
        Check.present("at", at);
        if (at.isBefore(FIRST) || !at.isBefore(LAST)) {
            throw new InvalidField("at", "must lie between 1900 and 2200");
        }
        if (credential.isEmpty() && kind != EventKind.HIRED) throw new InvalidField("credential", "is required");
    }

    /** As read from JSON, where the id may be left out and the time may be a day. */
    @JsonCreator
    public static Event of(
            Optional<String> id,
            EventKind kind,
            String person,
            Optional<String> credential,
            Optional<String> role,
            Optional<String> job,
            String at) {
        Instant moment = moment(Check.present("at", at).strip());
        Optional<String> given = Check.optional(id);
        if (given.isPresent()) return new Event(given.get(), kind, person, credential, role, job, moment);
        Event unnamed = new Event("-", kind, person, credential, role, job, moment);
        return new Event(
                "e-" + HexFormat.of().formatHex(digest(Json.write(unnamed)), 0, DIGEST_BYTES),
                kind,
                person,
                unnamed.credential,
                unnamed.role,
                unnamed.job,
                moment);
    }

    /** A number that stands for all of it, the same for equal events. */
    long hash() {
        byte[] digest = digest(Json.write(this));
        long hash = 0;
        for (int i = 0; i < Long.BYTES; i++) hash = hash << 8 | digest[i] & 0xFF;
        return hash;
    }

    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Optional<String> checked(String field, Optional<String> value) {
        Optional<String> id = Check.optional(value);
        id.ifPresent(i -> Check.id(field, i));
        return id;
    }

    private static Instant moment(String text) {
        for (var form : List.<java.util.function.Function<String, Instant>>of(
                t -> OffsetDateTime.parse(t).toInstant(),
                t -> LocalDate.parse(t, Json.DAY).atStartOfDay(ZoneOffset.UTC).toInstant())) {
            try {
                return form.apply(text);
            } catch (DateTimeParseException e) {
                // The next form may fit.
            }
        }
        throw new InvalidField("at", "must be a moment or a day, such as 2026-03-01T10:00:00Z or 2026-03-01");
    }
}
