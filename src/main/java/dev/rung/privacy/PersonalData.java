package dev.rung.privacy;

import dev.rung.audit.Decision;
import dev.rung.audit.Decisions;
import dev.rung.behaviour.Event;
import dev.rung.behaviour.Events;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.match.CandidateAdvice;
import dev.rung.match.CandidateRequest;
import dev.rung.match.Recommendations;
import dev.rung.person.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Everything that is kept about people.
 *
 * <pre>{@code
 * PersonalData people = new PersonalData(catalogue, decisions, events, erasures);
 * people.of("cand-042").orElseThrow().events();  // [completed sql-basics, ...]
 * people.erase("cand-042");                      // true: nothing on disk names them any more
 * people.erase("cand-042");                      // false: there was nobody
 * }</pre>
 *
 * <p>Safe for use by many threads. Records of answers are kept through here, so that nobody is named in one who was erased between the search and
 * its record; that holds as long as there is one of these for a data folder.
 */
public final class PersonalData {
    private final Catalogue catalogue;
    private final Decisions decisions;
    private final Events events;
    private final Erasures erasures;
    private final Optional<ErasedElsewhere> elsewhere;

    public PersonalData(Catalogue catalogue, Decisions decisions, Events events, Erasures erasures) {
        this.catalogue = catalogue;
        this.decisions = decisions;
        this.events = events;
        this.erasures = erasures;
        this.elsewhere = catalogue.erasureLog().map(log -> new ErasedElsewhere(log, erasures.folder()));
    }

    /**
     * What is kept about one person.
     *
     * @param generation of the catalogue
     * @param candidate the record, as it was written; none: there is none, but decisions or events
     * @param decisions the records of answers in which they were shown, as far as these are about them
     * @param events what was reported of them, in time
     */
    public record Kept(String generation, Optional<Candidate> candidate, List<Decision> decisions, List<Event> events) {
        public Kept {
            decisions = List.copyOf(decisions);
            events = List.copyOf(events);
        }
    }

    /**
     * An answer, and the record of it.
     *
     * @param answer what is to be shown
     * @param decision the record
     */
    public record Recorded(Recommendations<CandidateAdvice> answer, Decision decision) {}

    /**
     * Everything that is kept about a person, by the id of the candidate or the pseudonym in events; nothing if nothing is, or they were erased
     * through another process beside the same catalogue.
     */
    public Optional<Kept> of(String person) {
        eraseWhoeverWasElsewhere();
        Optional<Candidate> candidate;
        String generation;
        try (CatalogueView view = catalogue.view()) {
            candidate = view.find(Kind.CANDIDATES, person);
            generation = view.generation().token();
        }
        List<Decision> shown = decisions.of(person);
        List<Event> reported = events.of(person);
        if (candidate.isEmpty() && shown.isEmpty() && reported.isEmpty()) return Optional.empty();
        return Optional.of(new Kept(generation, candidate, shown, reported));
    }

    /**
     * Takes a person out of decision records and out of every count, then out of searches and off the disk, and returns when all is done. It is noted down
     * first: whoever is only half erased when the machine stops, or the disk is full, is erased by {@link #resume} or by asking
     * again. What is written about them until then is erased as well.
     *
     * <p>Other processes beside the same catalogue are told, even if nothing is known here: they {@link #eraseWhoeverWasElsewhere} soon.
     *
     * @return whether anything was kept about them in the catalogue or here
     */
    public boolean erase(String person) {
        boolean mayBeOnDisk;
        boolean wasKept;
        synchronized (this) {
            // Asked again: the record may be gone from searches already, and its bytes not.
            mayBeOnDisk = isCandidate(person) || erasures.isPending(person);
            erasures.begin(person);
            int others = decisions.erase(person) + events.erase(person);
            wasKept = mayBeOnDisk || others > 0;
            if (mayBeOnDisk) catalogue.write(List.of(Change.remove(Kind.CANDIDATES, person)));
        }
        // Only now: a process that is told must not find them in the catalogue any more, and note that it showed them.
        elsewhere.ifPresent(others -> others.tell(person));
        if (mayBeOnDisk) catalogue.purge();
        erasures.end(person, wasKept);
        return wasKept;
    }

    private boolean isCandidate(String person) {
        try (CatalogueView view = catalogue.view()) {
            return view.find(Kind.CANDIDATES, person).isPresent();
        }
    }

    /**
     * Finishes what was begun and interrupted.
     *
     * @return how many people it was about
     */
    public int resume() {
        List<String> unfinished = erasures.pending();
        unfinished.forEach(this::erase);
        return unfinished.size();
    }

    /**
     * Takes out of decision records and counts here whoever was erased through another process beside the same catalogue, which has taken them out
     * of that. To be called again and again.
     *
     * @return how many of them were here
     */
    public int eraseWhoeverWasElsewhere() {
        if (elsewhere.isEmpty()) return 0;
        Optional<ErasedElsewhere.News> news = elsewhere.get().news();
        if (news.isEmpty()) return 0;
        Set<String> found = beside(news.get().includes());
        for (String person : found) {
            synchronized (this) {
                decisions.erase(person);
                events.erase(person);
            }
            erasures.end(person, true);
        }
        elsewhere.get().heard(news.get());
        return found.size();
    }

    /** Those in events and decision records who are meant. */
    private Set<String> beside(Predicate<String> meant) {
        Set<String> found = new TreeSet<>();
        Consumer<String> look = person -> {
            if (meant.test(person)) found.add(person);
        };
        events.each(event -> look.accept(event.person()));
        decisions.each(
                decision -> decision.shown().forEach(shown -> shown.person().ifPresent(look)));
        return found;
    }

    /**
     * Erases everybody who was erased elsewhere since, as in the folder that this one is an older copy of.
     *
     * @param journal of that folder
     * @return how many of them were here
     */
    public int eraseAgain(Erasures journal, Instant since) {
        Predicate<String> wasErased = journal.since(since);
        Set<String> found = beside(wasErased);
        try (CatalogueView view = catalogue.view()) {
            view.each(Kind.CANDIDATES, candidate -> {
                if (wasErased.test(candidate.id())) found.add(candidate.id());
            });
        }
        found.forEach(this::erase);
        return found.size();
    }

    /**
     * Searches and keeps a record of who was found. If somebody of them is erased meanwhile, it is searched again.
     *
     * @param search answers the request
     * @param by the name of the key that asked
     */
    public Recorded record(
            CandidateRequest request, Supplier<Recommendations<CandidateAdvice>> search, Optional<String> by) {
        while (true) {
            Recommendations<CandidateAdvice> answer = search.get();
            synchronized (this) {
                if (areAllThere(answer)) return new Recorded(answer, decisions.record(request, answer, by));
            }
        }
    }

    private boolean areAllThere(Recommendations<CandidateAdvice> answer) {
        List<String> shown = answer.results().stream().map(CandidateAdvice::id).toList();
        try (CatalogueView view = catalogue.view()) {
            return view.find(Kind.CANDIDATES, shown).size() == shown.size();
        }
    }
}
