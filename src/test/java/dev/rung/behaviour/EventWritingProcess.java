package dev.rung.behaviour;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records the events of one person after another until it is killed, from several threads, and erases every fifth person again. Prints {@code recorded person
 * number} and {@code erased person number} when that was acknowledged.
 */
final class EventWritingProcess {
    static final int EACH = 20;
    private static final int THREADS = 3;

    private EventWritingProcess() {}

    static boolean isToBeErased(String person) {
        return Integer.parseInt(person.substring(person.indexOf('n') + 1)) % 5 == 0;
    }

    public static void main(String[] arguments) {
        Events log = EventLog.open(Path.of(arguments[0]));
        int first = Integer.parseInt(arguments[1]);
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            Thread.ofPlatform().start(() -> {
                for (int number = first; ; number++) write(log, thread, number);
            });
        }
    }

    private static void write(Events log, int thread, int number) {
        String person = "t" + thread + "n" + number;
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            events.add(new Event(
                    person + "-" + i,
                    EventKind.COMPLETED,
                    person,
                    Optional.of("c" + i),
                    Optional.empty(),
                    Optional.empty(),
                    Instant.EPOCH.plusSeconds(i)));
        }
        log.record(events);
        say("recorded " + person + " " + number);
        if (!isToBeErased(person)) return;
        log.erase(person);
        say("erased " + person + " " + number);
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
