package dev.rung.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.audit.Decision;
import dev.rung.audit.Decisions;
import dev.rung.behaviour.Event;
import dev.rung.behaviour.EventKind;
import dev.rung.behaviour.EventLog;
import dev.rung.behaviour.Events;
import dev.rung.catalogue.BruteForceCatalogue;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.match.CandidateAdvice;
import dev.rung.match.CandidateRequest;
import dev.rung.match.Recommendations;
import dev.rung.match.Recommender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is in the catalogue, in a decision record and in events: shown whole, forgotten whole, also while others search. */
class PersonalDataTest {
    private static final CandidateRequest REQUEST = CandidateRequest.skills(List.of("SQL", "data analysis"));

    @TempDir
    private Path folder;

    private final Catalogue catalogue =
            new BruteForceCatalogue(StarterForTests.ENCODER, Recommender.candidateReader(StarterForTests.ENCODER));
    private final Recommender recommender = new Recommender(catalogue, StarterForTests.ENCODER);
    private Decisions decisions;
    private Events events;
    private PersonalData people;
    private String best;

    @BeforeEach
    void open() {
        catalogue.write(StarterForTests.changes());
        decisions = new Decisions(folder.resolve(Decisions.FILE), Clock.systemUTC());
        events = EventLog.open(folder.resolve("events"));
        people = new PersonalData(catalogue, decisions, events, Erasures.in(folder, Clock.systemUTC()));
        best = search().results().getFirst().id();
    }

    @AfterEach
    void close() {
        events.close();
    }

    private Recommendations<CandidateAdvice> search() {
        return recommender.candidates(REQUEST);
    }

    private static Event completed(String person) {
        return new Event(
                "e-" + person,
                EventKind.COMPLETED,
                person,
                Optional.of("sql-basics"),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2026-03-01T10:00:00Z"));
    }

    private static List<String> shown(Decision decision) {
        return decision.shown().stream().flatMap(s -> s.person().stream()).toList();
    }

    @Test
    void what_is_kept_is_shown_from_every_place() {
        people.record(REQUEST, this::search, Optional.empty());
        events.record(List.of(completed(best), completed("p-1")));

        PersonalData.Kept kept = people.of(best).orElseThrow();
        assertThat(kept.candidate().orElseThrow().id()).isEqualTo(best);
        assertThat(kept.decisions()).singleElement().satisfies(d -> assertThat(shown(d))
                .containsExactly(best));
        assertThat(kept.events()).containsExactly(completed(best));

        assertThat(people.of("p-1").orElseThrow().candidate()).isEmpty();
        assertThat(people.of("nobody")).isEmpty();
    }

    @Test
    void whoever_is_erased_is_nowhere_and_erased_once() throws Exception {
        people.record(REQUEST, this::search, Optional.empty());
        events.record(List.of(completed(best), completed("p-1")));

        assertThat(people.erase(best)).isTrue();

        assertThat(people.of(best)).isEmpty();
        assertThat(people.erase(best)).isFalse();
        assertThat(people.erase("p-1")).isTrue();
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.find(Kind.CANDIDATES, best)).isEmpty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain("\"" + best + "\"", "\"p-1\"");
            }
        }
    }

    @Test
    void whoever_was_erased_elsewhere_since_is_erased_again_and_nobody_else() {
        Erasures elsewhere = Erasures.in(folder.resolve("elsewhere"), Clock.systemUTC());
        Instant long_ago = Instant.parse("2020-01-01T00:00:00Z");
        assertThat(folder.resolve("elsewhere").toFile().mkdir()).isTrue();
        List.of(best, "p-1", "nobody-here").forEach(person -> {
            elsewhere.begin(person);
            elsewhere.end(person, true);
        });
        events.record(List.of(completed(best), completed("p-1"), completed("p-2")));
        Erasures read = Erasures.journal(folder.resolve("elsewhere").resolve(Erasures.DONE));

        assertThat(people.eraseAgain(read, Instant.now().plusSeconds(60))).isZero();
        assertThat(people.eraseAgain(read, long_ago)).isEqualTo(2);

        assertThat(people.of(best)).isEmpty();
        assertThat(people.of("p-1")).isEmpty();
        assertThat(people.of("p-2")).isPresent();
    }

    @Test
    void whoever_is_erased_between_a_search_and_its_record_is_in_neither() {
        List<String> searched = new ArrayList<>();
        PersonalData.Recorded kept = people.record(
                REQUEST,
                () -> {
                    Recommendations<CandidateAdvice> answer = search();
                    searched.add(answer.results().getFirst().id());
                    people.erase(best);
                    return answer;
                },
                Optional.of("hr"));

        assertThat(searched).hasSize(2).startsWith(best);
        assertThat(kept.answer().results()).isNotEmpty().noneMatch(c -> c.id().equals(best));
        assertThat(shown(kept.decision())).isNotEmpty().doesNotContain(best);
        List<Decision> all = new ArrayList<>();
        decisions.each(all::add);
        assertThat(all).containsExactly(kept.decision());
    }
}
