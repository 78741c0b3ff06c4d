package dev.rung.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.StarterForTests;
import dev.rung.audit.Decision;
import dev.rung.audit.Decisions;
import dev.rung.behaviour.Event;
import dev.rung.behaviour.EventKind;
import dev.rung.behaviour.EventLog;
import dev.rung.behaviour.Events;
import dev.rung.catalogue.BruteForceCatalogue;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.ErasureLog;
import dev.rung.catalogue.MemoryErasureLog;
import dev.rung.match.CandidateRequest;
import dev.rung.match.Recommender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes beside one catalogue, each with events and decision records of its own. */
class ErasedElsewhereTest {
    private static final CandidateRequest REQUEST = CandidateRequest.skills(List.of("SQL", "data analysis"));

    @TempDir
    private Path folder;

    private final ErasureLog log = new MemoryErasureLog();
    private final Catalogue catalogue = catalogue(log);
    private final List<Copy> open = new ArrayList<>();
    private Copy one;
    private Copy other;

    private static Catalogue catalogue(ErasureLog log) {
        return new BruteForceCatalogue(
                StarterForTests.ENCODER, Recommender.candidateReader(StarterForTests.ENCODER), Optional.of(log));
    }

    /** One process's part. */
    private record Copy(Path folder, Decisions decisions, Events events, PersonalData people) {
        void reported(String... persons) {
            for (String person : persons) events.record(List.of(completed(person)));
        }

        List<Decision> allDecisions() {
            List<Decision> all = new ArrayList<>();
            decisions.each(all::add);
            return all;
        }
    }

    private Copy copy(String name, Catalogue beside) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Decisions decisions = new Decisions(own.resolve(Decisions.FILE), Clock.systemUTC());
        Events events = EventLog.open(own.resolve(EventLog.FOLDER));
        Erasures erasures = Erasures.in(own, Clock.systemUTC());
        Copy copy = new Copy(own, decisions, events, new PersonalData(beside, decisions, events, erasures));
        open.add(copy);
        return copy;
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

    @BeforeEach
    void start() throws IOException {
        one = copy("one", catalogue);
        other = copy("other", catalogue);
    }

    @AfterEach
    void stop() {
        open.forEach(copy -> copy.events().close());
    }

    @Test
    void whoeverOneErasesTheOtherErasesFromItsOwnFolder() throws IOException {
        catalogue.write(StarterForTests.changes());
        Recommender recommender = new Recommender(catalogue, StarterForTests.ENCODER);
        PersonalData.Recorded shown =
                other.people().record(REQUEST, () -> recommender.candidates(REQUEST), Optional.empty());
        String best = shown.answer().results().getFirst().id();
        other.reported(best, "p-1", "p-2");

        assertThat(one.people().erase(best)).isTrue();
        assertThat(one.people().erase("p-1"))
                .as("only the other one knows of p-1")
                .isFalse();

        assertThat(other.people().eraseWhoeverWasElsewhere()).isEqualTo(2);
        assertThat(other.people().eraseWhoeverWasElsewhere()).isZero();
        assertThat(other.events().of(best)).isEmpty();
        assertThat(other.events().of("p-1")).isEmpty();
        assertThat(other.events().of("p-2")).hasSize(1);
        assertThat(other.allDecisions()).singleElement().satisfies(decision -> assertThat(
                        decision.shown().stream().flatMap(s -> s.person().stream()))
                .isNotEmpty()
                .doesNotContain(best));
        try (var files = Files.walk(other.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain("\"" + best + "\"", "\"p-1\"");
            }
        }
        assertThat(Erasures.in(other.folder(), Clock.systemUTC()).size())
                .as("a backup from before does not bring them back")
                .isEqualTo(2);
    }

    @Test
    void nothingIsSaidAboutSomebodyWhoWasErasedElsewhereEvenAMomentAgo() {
        other.reported("p-1");
        one.people().erase("p-1");
        assertThat(other.people().of("p-1")).isEmpty();
    }

    @Test
    void whoComesBackAfterwardsStays() {
        one.reported("p-1");
        one.people().erase("p-1");
        one.reported("p-1");
        other.people().eraseWhoeverWasElsewhere();
        other.reported("p-1");
        assertThat(one.people().of("p-1")).isPresent();
        assertThat(other.people().of("p-1")).isPresent();
    }

    @Test
    void whatWasSaidWhileAProcessWasStoppedIsHeardAtItsNextStart() throws IOException {
        other.reported("p-1", "p-2", "p-3", "p-4");
        other.events().close();
        for (String person : List.of("p-1", "p-2", "p-3")) one.people().erase(person);

        Copy again = copy("other", catalogue);
        assertThat(again.people().eraseWhoeverWasElsewhere()).isEqualTo(3);
        assertThat(again.events().of("p-4")).hasSize(1);
    }

    @Test
    void anotherCatalogueSLogIsReadFromItsBeginning() throws IOException {
        for (String person : List.of("p-1", "p-2", "p-3")) one.people().erase(person);
        other.people().eraseWhoeverWasElsewhere();
        other.reported("p-9");
        other.events().close();

        ErasureLog fresh = new ErasureLog() {
            @Override
            public String key() {
                return "ffeeddccbbaa99887766554433221100";
            }

            @Override
            public long append(String digest, long after) {
                return log.append(digest, after);
            }

            @Override
            public List<String> after(long read) {
                return read == 0 ? List.of(new Erasures.Journal(key(), List.of()).digest("p-9")) : List.of();
            }
        };
        assertThat(copy("other", catalogue(fresh)).people().eraseWhoeverWasElsewhere())
                .isEqualTo(1);
    }

    @Test
    void anErasureThatTheOthersWereNotToldOfIsNotFinished() throws IOException {
        ErasureLog broken = new ErasureLog() {
            @Override
            public String key() {
                return log.key();
            }

            @Override
            public long append(String digest, long after) {
                throw new UncheckedIOException(new IOException("no node answers"));
            }

            @Override
            public List<String> after(long read) {
                return log.after(read);
            }
        };
        other.reported("p-1");
        Copy cutOff = copy("cut-off", catalogue(broken));
        assertThatThrownBy(() -> cutOff.people().erase("p-1")).hasMessageContaining("no node answers");

        cutOff.events().close();
        assertThat(copy("cut-off", catalogue).people().resume()).isEqualTo(1);
        assertThat(other.people().of("p-1")).isEmpty();
    }

    @Test
    void aDamagedPositionSaysWhatToDo() throws IOException {
        one.people().erase("p-1");
        Files.writeString(other.folder().resolve(ErasedElsewhere.FILE), "{\"read\":");
        assertThatThrownBy(() -> other.people().eraseWhoeverWasElsewhere())
                .hasMessageContaining(ErasedElsewhere.FILE)
                .hasMessageContaining("remove it");
    }
}
