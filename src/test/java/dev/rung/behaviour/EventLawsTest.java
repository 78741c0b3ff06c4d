package dev.rung.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds whatever people did, and in whatever order it was reported. */
class EventLawsTest {
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void counts_are_those_that_counting_over_all_events_gives(@ForAll long seed) throws IOException {
        List<Event> events = MadeUpEvents.of(seed, 12, 14);
        in(folder -> {
            try (Events log = EventLog.open(folder)) {
                recordInParts(log, events, new Random(seed));

                assertThat(log.lessons().counts()).isEqualTo(counted(events));
                assertThat(log.size()).isEqualTo(events.size());
            }
            try (Events log = EventLog.open(folder)) {
                assertThat(log.lessons().counts()).isEqualTo(counted(events));
            }
        });
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void the_order_of_arrival_does_not_matter(@ForAll long seed) throws IOException {
        List<Event> events = MadeUpEvents.of(seed, 10, 12);
        Random random = new Random(seed);
        in(folder -> {
            try (Events one = EventLog.open(folder.resolve("one"));
                    Events other = EventLog.open(folder.resolve("other"))) {
                one.record(events);
                List<Event> shuffled = new ArrayList<>(events);
                Collections.shuffle(shuffled, random);
                recordInParts(other, shuffled, random);

                assertSame(other, one);
            }
        });
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void somebody_erased_was_never_there_to_the_byte(@ForAll long seed) throws IOException {
        List<Event> events = MadeUpEvents.of(seed, 8, 12);
        Random random = new Random(seed);
        String person = "person-" + random.nextInt(8);
        List<Event> others =
                events.stream().filter(e -> !e.person().equals(person)).toList();
        in(folder -> {
            try (Events erased = EventLog.open(folder.resolve("erased"));
                    Events never = EventLog.open(folder.resolve("never"))) {
                recordInParts(erased, events, random);
                erased.lessons();
                assertThat(erased.erase(person)).isEqualTo(events.size() - others.size());
                recordInParts(never, others, random);

                assertSame(erased, never);
                assertThat(erased.of(person)).isEmpty();
                assertThat(folder.resolve("erased/events.log"))
                        .hasSameBinaryContentAs(folder.resolve("never/events.log"));
            }
            try (Events erased = EventLog.open(folder.resolve("erased"));
                    Events never = EventLog.open(folder.resolve("never"))) {
                assertSame(erased, never);
            }
        });
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void an_event_that_is_reported_again_changes_nothing(@ForAll long seed) throws IOException {
        List<Event> events = MadeUpEvents.of(seed, 6, 10);
        in(folder -> {
            try (Events log = EventLog.open(folder)) {
                log.record(events);
                Lessons before = log.lessons();
                byte[] bytes = bytes(folder);

                assertThat(log.record(events)).isEqualTo(new Events.Receipt(0, events.size()));
                assertThat(log.lessons().counts()).isEqualTo(before.counts());
                assertThat(log.lessons().token()).isEqualTo(before.token());
                assertThat(bytes(folder)).isEqualTo(bytes);
            }
        });
    }

    /** What the definitions say, counted the long way round. */
    private static TreeMap<String, Counts> counted(List<Event> events) {
        Set<String> people = events.stream().map(Event::person).collect(Collectors.toSet());
        TreeMap<String, Counts> counts = new TreeMap<>();
        for (String credential : IntStream.range(0, 6).mapToObj(i -> "c" + i).toList()) {
            long viewed = 0;
            long started = 0;
            long completed = 0;
            long hired = 0;
            TreeMap<String, long[]> next = new TreeMap<>();
            for (String person : people) {
                List<Event> own =
                        events.stream().filter(e -> e.person().equals(person)).toList();
                if (did(own, EventKind.VIEWED, credential)) viewed++;
                Optional<Instant> done = completion(own, credential);
                if (done.isPresent() || did(own, EventKind.ENROLLED, credential)) started++;
                if (done.isEmpty()) continue;
                completed++;
                if (own.stream()
                        .anyMatch(e -> e.kind() == EventKind.HIRED
                                && e.credential().orElse(credential).equals(credential)
                                && !e.at().isBefore(done.get()))) hired++;
                List<String> order = IntStream.range(0, 6)
                        .mapToObj(i -> "c" + i)
                        .filter(c -> completion(own, c).isPresent())
                        .sorted(Comparator.comparing(
                                        (String c) -> completion(own, c).orElseThrow())
                                .thenComparing(c -> c))
                        .toList();
                for (String other : order) {
                    if (!completion(own, other).orElseThrow().isAfter(done.get())) continue;
                    int between = order.indexOf(other) - order.indexOf(credential) - 1;
                    next.computeIfAbsent(other, c -> new long[Sequel.REACH])[between]++;
                }
            }
            TreeMap<String, Sequel> sequels = new TreeMap<>();
            next.forEach((c, n) -> sequels.put(c, Sequel.of(n)));
            Counts all = new Counts(viewed, started, completed, hired, sequels);
            if (viewed + started > 0) counts.put(credential, all);
        }
        return counts;
    }

    private static boolean did(List<Event> own, EventKind kind, String credential) {
        return own.stream()
                .anyMatch(e -> e.kind() == kind
                        && e.credential().filter(credential::equals).isPresent());
    }

    private static Optional<Instant> completion(List<Event> own, String credential) {
        return own.stream()
                .filter(e -> e.kind() == EventKind.COMPLETED)
                .filter(e -> e.credential().orElseThrow().equals(credential))
                .map(Event::at)
                .min(Comparator.naturalOrder());
    }

    private static void assertSame(Events one, Events other) {
        assertThat(one.size()).isEqualTo(other.size());
        assertThat(one.lessons().counts()).isEqualTo(other.lessons().counts());
        assertThat(one.lessons().token()).isEqualTo(other.lessons().token());
        for (int i = 0; i < 6; i++) {
            assertThat(one.lessons().outcomes("c" + i))
                    .isEqualTo(other.lessons().outcomes("c" + i));
            List<List<String>> history = List.of(List.of("c" + i), List.of("c" + (i + 1) % 6));
            assertThat(one.lessons().next(history)).isEqualTo(other.lessons().next(history));
        }
    }

    private static void recordInParts(Events log, List<Event> events, Random random) {
        List<Event> left = events;
        while (!left.isEmpty()) {
            int some = 1 + random.nextInt(Math.min(7, left.size()));
            assertThat(log.record(left.subList(0, some))).isEqualTo(new Events.Receipt(some, 0));
            // Asking in between must not change what is counted afterwards.
            if (random.nextInt(3) == 0) log.lessons();
            left = left.subList(some, left.size());
        }
        assertThat(new HashSet<>(events)).hasSameSizeAs(events);
    }

    private static byte[] bytes(Path folder) throws IOException {
        return Files.readAllBytes(folder.resolve("events.log"));
    }

    private interface Work {
        void in(Path folder) throws IOException;
    }

    private static void in(Work work) throws IOException {
        Path folder = Files.createTempDirectory("rung-events");
        try {
            work.in(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
    }
}
