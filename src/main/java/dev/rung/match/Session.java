package dev.rung.match;

import dev.rung.behaviour.Lessons;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Need;
import dev.rung.person.Profile;
import dev.rung.role.Requirement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one request is answered from: a view, the names of that view, what histories teach, the caller's weights and the day. Lives as long as the request.
 */
record Session(CatalogueView view, Lexicon lexicon, Lessons lessons, Weights weights, LocalDate asOf) {
    Understanding read(Profile profile) {
        return new ProfileReader(view, lexicon, asOf).read(profile);
    }

    /** What these credentials teach, in the order asked. */
    List<Curriculum> curricula(List<String> credentials) {
        return lexicon.curricula().of(credentials, weights, view);
    }

    /** As far as these requirements go: answers to other needs are not worked out. */
    Holdings holdings(List<Held> held, List<Requirement> asked) {
        Set<Need> needs = new HashSet<>();
        for (Requirement requirement : asked) needs.add(Need.of(requirement));
        return Holdings.of(held, lexicon.similarities(), new Strength(weights, asOf), view, needs);
    }

    Holdings holdings(List<Held> held) {
        return Holdings.of(held, lexicon.similarities(), new Strength(weights, asOf), view);
    }
}
