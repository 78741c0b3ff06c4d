package dev.rung.behaviour;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Events made by chance: few people, few credentials and few days, so that much coincides. The same seed makes the same events. */
final class MadeUpEvents {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private MadeUpEvents() {}

    static List<Event> of(long seed, int people, int each) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            int howMany = random.nextInt(each + 1);
            for (int i = 0; i < howMany; i++) {
                events.add(event(random, "e" + events.size(), "person-" + person));
            }
        }
        return events;
    }

    private static Event event(Random random, String id, String person) {
        EventKind kind = EventKind.values()[random.nextInt(EventKind.values().length)];
        boolean isGeneral = kind == EventKind.HIRED && random.nextBoolean();
        return new Event(
                id,
                kind,
                person,
                isGeneral ? Optional.empty() : Optional.of("c" + random.nextInt(6)),
                random.nextBoolean() ? Optional.of("role-" + random.nextInt(3)) : Optional.empty(),
                Optional.empty(),
                START.plusSeconds(86_400L * random.nextInt(12)));
    }

    static Event completed(String person, String credential, String day) {
        return Event.of(
                Optional.empty(),
                EventKind.COMPLETED,
                person,
                Optional.of(credential),
                Optional.empty(),
                Optional.empty(),
                day);
    }

    static Event enrolled(String person, String credential, String day) {
        return Event.of(
                Optional.empty(),
                EventKind.ENROLLED,
                person,
                Optional.of(credential),
                Optional.empty(),
                Optional.empty(),
                day);
    }
}
