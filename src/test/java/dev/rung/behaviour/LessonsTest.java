package dev.rung.behaviour;

import static dev.rung.behaviour.MadeUpEvents.completed;
import static dev.rung.behaviour.MadeUpEvents.enrolled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rung.behaviour.Lessons.Following;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts are told, and how they are shrunk. */
class LessonsTest {
    @TempDir
    Path folder;

    private Lessons lessons(List<Event> events) {
        try (Events log = EventLog.open(folder)) {
            log.record(events);
            return log.lessons();
        }
    }

    @Test
    void withoutEventsThereIsNothingToLearn() {
        Lessons lessons = lessons(List.of());

        assertThat(lessons).isSameAs(Lessons.NONE);
        assertThat(lessons.token()).isEmpty();
        assertThat(lessons.next(List.of(List.of("sql")))).isEmpty();
        assertThat(lessons.outcomes("sql")).isEmpty();
    }

    @Test
    void fourPeopleAreTooFewAndFiveAreEnough() {
        assertThat(lessons(took(4, "sql", "charts")).next(List.of(List.of("sql"))))
                .isEmpty();
        Lessons five = lessons(took(5, "sql", "charts"));
        assertThat(five.next(List.of(List.of("sql"))).get("charts"))
                // 5 of 5, shrunk as if 5 more had followed.
                .isEqualTo(new Following(0.5, "sql", 5, 5, 0.5));
        assertThat(five.outcomes("sql")).isPresent();
    }

    @Test
    void nothingIsToldOfAGroupOfFour() {
        Lessons lessons = lessons(took(4, "sql", "charts"));

        assertThat(lessons.outcomes("sql")).isEmpty();
        assertThat(lessons.outcomes("charts")).isEmpty();
    }

    @Test
    void theNewestCredentialSaysMost() {
        List<Event> events = new ArrayList<>(took(10, "sql", "charts"));
        for (int i = 0; i < 10; i++) {
            events.add(completed("q" + i, "python", "2026-01-01"));
            events.add(completed("q" + i, "statistics", "2026-02-01"));
        }
        Lessons lessons = lessons(events);

        var next = lessons.next(List.of(List.of("sql"), List.of("python")));

        // Each of the two shares is 10 ÷ 15; the older one's say is halved.
        assertThat(next.get("statistics").share()).isCloseTo(2 / 3.0 * (10 / 15.0), within(1e-12));
        assertThat(next.get("charts").share()).isCloseTo(1 / 3.0 * (10 / 15.0), within(1e-12));
        assertThat(lessons.next(List.of(List.of("sql", "python"))).get("charts").share())
                .isCloseTo(0.5 * (10 / 15.0), within(1e-12));
        assertThat(lessons.next(List.of(List.of("sql"), List.of("charts")))).isEmpty();
        assertThat(lessons.next(List.of(List.of("sql"), List.of("python"), List.of("python", "python"))))
                .isEqualTo(next);
    }

    @Test
    void oneFollowsTheLessTheMoreStandsInBetween() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            events.add(completed("p" + i, "a", "2026-01-01"));
            events.add(completed("p" + i, "b", "2026-01-02"));
            events.add(completed("p" + i, "c", "2026-01-03"));
        }

        var next = lessons(events).next(List.of(List.of("a")));

        assertThat(next.get("b").share()).isCloseTo(6 / (6 + 5.4 + 5), within(1e-12));
        assertThat(next.get("c").share()).isCloseTo(5.4 / (6 + 5.4 + 5), within(1e-12));
    }

    @Test
    void whatIsCompletedOnOneDayDoesNotFollow() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            events.add(completed("p" + i, "a", "2026-01-01"));
            events.add(completed("p" + i, "b", "2026-01-01"));
        }

        assertThat(lessons(events).next(List.of(List.of("a")))).isEmpty();
    }

    @Test
    void sharesOfFewPeopleAreDrawnToTheMeanOfAll() {
        List<Event> events = new ArrayList<>();
        for (int c = 0; c < 6; c++) {
            for (int i = 0; i < 100; i++) {
                String person = "p" + c + "-" + i;
                events.add(enrolled(person, "c" + c, "2026-01-01"));
                if (i < 50 + 5 * c) events.add(completed(person, "c" + c, "2026-03-01"));
            }
        }
        for (int i = 0; i < 5; i++) events.add(completed("few-" + i, "rare", "2026-01-01"));
        Lessons lessons = lessons(events);

        ObservedOutcomes.Rate rare = lessons.outcomes("rare").orElseThrow().completion();
        ObservedOutcomes.Rate many = lessons.outcomes("c5").orElseThrow().completion();

        assertThat(rare.towards()).isBetween(0.62, 0.64);
        assertThat(rare.share()).isLessThan(0.8).isGreaterThan(rare.towards());
        assertThat(Math.abs(many.share() - 0.75)).isLessThan(0.06);
        assertThat(rare.count()).isEqualTo(5);
        assertThat(rare.of()).isEqualTo(5);
    }

    @Test
    void workCountsOnlyAfterTheCredential() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            events.add(completed("p" + i, "sql", "2026-02-01"));
            events.add(Event.of(
                    Optional.empty(),
                    EventKind.HIRED,
                    "p" + i,
                    Optional.empty(),
                    Optional.of("analyst"),
                    Optional.empty(),
                    i < 3 ? "2026-01-01" : "2026-02-01"));
        }

        assertThat(lessons(events).outcomes("sql").orElseThrow().hired()).isEqualTo(5);
    }

    /** So many people who completed one credential and then another. */
    private static List<Event> took(int people, String first, String second) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            events.add(completed("p" + i, first, "2026-01-01"));
            events.add(completed("p" + i, second, "2026-02-01"));
        }
        return events;
    }
}
