package dev.rung.behaviour;

import static dev.rung.behaviour.MadeUpEvents.completed;
import static dev.rung.behaviour.MadeUpEvents.enrolled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.behaviour.Events.ConflictingEvent;
import dev.rung.behaviour.Events.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events in a folder: what is kept, what is refused, and what a damaged file does. */
class EventLogTest {
    @TempDir
    Path folder;

    private final Event first = completed("ann", "sql", "2026-01-01");
    private final Event second = completed("ann", "charts", "2026-02-01");

    @Test
    void whatWasRecordedIsThereAfterwards() {
        try (Events log = EventLog.open(folder)) {
            assertThat(log.record(List.of(second, first))).isEqualTo(new Receipt(2, 0));
        }
        try (Events log = EventLog.open(folder)) {
            assertThat(log.of("ann")).containsExactly(first, second);
            assertThat(log.record(List.of(first))).isEqualTo(new Receipt(0, 1));
        }
    }

    @Test
    void oneEventTwiceInOneCallCountsOnce() {
        try (Events log = EventLog.open(folder)) {
            assertThat(log.record(List.of(first, first))).isEqualTo(new Receipt(1, 1));
            assertThat(log.size()).isEqualTo(1);
        }
    }

    @Test
    void anIdThatIsTakenByAnotherEventIsRefusedAndNothingOfTheCallIsKept() {
        Event other = new Event(
                first.id(),
                EventKind.VIEWED,
                "bob",
                Optional.of("sql"),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH);
        try (Events log = EventLog.open(folder)) {
            log.record(List.of(first));

            assertThatThrownBy(() -> log.record(List.of(second, other)))
                    .isInstanceOfSatisfying(
                            ConflictingEvent.class, e -> assertThat(e.index()).isEqualTo(1));
            assertThat(log.size()).isEqualTo(1);
        }
    }

    @Test
    void aLineThatWasCutOffIsDroppedAndWritingGoesOn() throws IOException {
        try (Events log = EventLog.open(folder)) {
            log.record(List.of(first, second));
        }
        byte[] whole = Files.readAllBytes(file());
        for (int cut = 1; cut < 60; cut += 7) {
            Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - cut));
            try (Events log = EventLog.open(folder)) {
                assertThat(log.of("ann")).containsExactly(first);
                log.record(List.of(second));
            }
            assertThat(file()).hasBinaryContent(whole);
        }
    }

    @Test
    void garbageAtTheEndIsDropped() throws IOException {
        try (Events log = EventLog.open(folder)) {
            log.record(List.of(first));
        }
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), new byte[5_000], StandardOpenOption.APPEND);
        Files.writeString(file(), "\n12345678 {}\n\n", StandardOpenOption.APPEND);

        EventLog.open(folder).close();

        assertThat(file()).hasBinaryContent(whole);
    }

    @Test
    void damageBeforeTheEndIsSaidAndNothingIsLostSilently() throws IOException {
        try (Events log = EventLog.open(folder)) {
            log.record(List.of(first, second));
        }
        String text = Files.readString(file());
        Files.writeString(file(), text.replaceFirst("sql", "sqj"));

        assertThatThrownBy(() -> EventLog.open(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("events.log");
        assertThat(Files.readString(file())).isEqualTo(text.replaceFirst("sql", "sqj"));
    }

    @Test
    void whatAnErasureLeftUnfinishedIsNotLeftLying() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("events.log.next"), "half a copy with ann in it");

        EventLog.open(folder).close();

        assertThat(folder.resolve("events.log.next")).doesNotExist();
    }

    @Test
    void anErasedPersonIsInNoFile() throws IOException {
        try (Events log = EventLog.open(folder)) {
            log.record(List.of(first, completed("bob", "sql", "2026-01-01"), second));
            assertThat(filesWith("ann")).isNotEmpty();

            assertThat(log.erase("ann")).isEqualTo(2);

            assertThat(filesWith("ann")).isEmpty();
            assertThat(log.erase("ann")).isZero();
            log.record(List.of(enrolled("bob", "charts", "2026-03-01"), completed("eve", "sql", "2026-03-01")));
            assertThat(log.erase("eve")).isEqualTo(1);
            log.record(List.of(completed("bob", "charts", "2026-04-01")));
        }
        try (Events log = EventLog.open(folder)) {
            assertThat(log.size()).isEqualTo(3);
            assertThat(log.of("ann")).isEmpty();
        }
    }

    @Test
    void oneProcessAtATime() {
        try (Events log = EventLog.open(folder)) {
            assertThat(log.size()).isZero();
            assertThatThrownBy(() -> EventLog.open(folder))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("in use");
        }
        EventLog.open(folder).close();
    }

    @Test
    void manyWritersAtOnceLoseNothing() throws Exception {
        List<Event> all = MadeUpEvents.of(7, 200, 10);
        try (Events log = EventLog.open(folder);
                ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Future<Receipt>> receipts = new ArrayList<>();
            for (int i = 0; i < all.size(); i += 3) {
                List<Event> some = all.subList(i, Math.min(all.size(), i + 3));
                receipts.add(writers.submit(() -> log.record(some)));
                if (i % 60 == 0) writers.submit(() -> log.erase("nobody"));
            }
            for (Future<Receipt> receipt : receipts)
                assertThat(receipt.get().known()).isZero();
            try (Events alone = EventLog.open(folder.resolve("alone"))) {
                alone.record(all);
                assertThat(log.lessons().counts()).isEqualTo(alone.lessons().counts());
                assertThat(log.lessons().token()).isEqualTo(alone.lessons().token());
            }
        }
    }

    private Path file() {
        return folder.resolve("events.log");
    }

    private List<Path> filesWith(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) found.add(file);
            }
        }
        return found;
    }
}
