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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that is kept about people.
 *
 * <pre>{@code
 * PersonalData people = new PersonalData(catalogue, decisions, events);
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

    public PersonalData(Catalogue catalogue, Decisions decisions, Events events) {
        this.catalogue = catalogue;
        this.decisions = decisions;
        this.events = events;
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

    /** Everything that is kept about a person, by the id of the candidate or the pseudonym in events; nothing if nothing is. */
    public Optional<Kept> of(String person) {
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
     * Takes a person out of decision records and out of every count, then out of searches and off the disk, and returns when all is done. In this order, so
     * that whoever is only half erased when the machine stops can still be found and erased.
     *
     * @return whether anything was kept about them
     */
    public boolean erase(String person) {
        boolean isCandidate;
        int others;
        synchronized (this) {
            try (CatalogueView view = catalogue.view()) {
                isCandidate = view.find(Kind.CANDIDATES, person).isPresent();
            }
            others = decisions.erase(person) + events.erase(person);
            if (isCandidate) catalogue.write(List.of(Change.remove(Kind.CANDIDATES, person)));
        }
        if (isCandidate) catalogue.purge();
        return isCandidate || others > 0;
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
