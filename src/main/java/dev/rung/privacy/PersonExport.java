package dev.rung.privacy;

import dev.rung.audit.Decision;
import dev.rung.badge.Achievement;
import dev.rung.badge.BadgeReader;
import dev.rung.behaviour.Event;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.match.Recommender;
import dev.rung.match.Understanding;
import dev.rung.person.Candidate;
import dev.rung.person.HeldCredential;
import dev.rung.privacy.PersonalData.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is kept about a person and what is derived from it, in one document, for that person.
 *
 * @param id of the candidate, or the pseudonym in events
 * @param generation of the catalogue
 * @param candidate the record, as it was written; none: there is none, but decisions or events
 * @param understood what is derived from it and searched by
 * @param achievements what the badges among it were taken to say, each with its place in the record
 * @param decisions the records of answers in which they were shown, as far as these are about them
 * @param events what was reported of them, in time
 */
public record PersonExport(
        String id,
        String generation,
        Optional<Candidate> candidate,
        Optional<Understanding> understood,
        List<Achievement> achievements,
        List<Decision> decisions,
        List<Event> events) {
    public PersonExport {
        achievements = List.copyOf(achievements);
        decisions = List.copyOf(decisions);
        events = List.copyOf(events);
    }

    /** Of this person, if anything is kept about them. */
    public static Optional<PersonExport> of(
            String id, PersonalData people, Catalogue catalogue, Recommender recommender) {
        return people.of(id)
                .map(kept -> new PersonExport(
                        id,
                        kept.generation(),
                        kept.candidate(),
                        kept.candidate().map(candidate -> recommender.understand(candidate.profile())),
                        achievements(kept, catalogue, recommender),
                        kept.decisions(),
                        kept.events()));
    }

    private static List<Achievement> achievements(Kept kept, Catalogue catalogue, Recommender recommender) {
        List<HeldCredential> held = kept.candidate()
                .map(candidate -> candidate.profile().credentials())
                .orElse(List.of());
        List<Achievement> all = new ArrayList<>();
        try (CatalogueView view = catalogue.view()) {
            BadgeReader reader = new BadgeReader(view.taxonomy(), recommender.extractor(view));
            for (int i = 0; i < held.size(); i++) {
                String at = "/profile/credentials/" + i + "/openBadge";
                for (Achievement each : reader.read(held.get(i))) all.add(each.within(at));
            }
        }
        return all;
    }
}
