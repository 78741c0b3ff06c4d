package dev.rung.match;

import dev.rung.behaviour.Lessons;
import dev.rung.catalogue.CatalogueView;
import dev.rung.person.Profile;
import java.time.LocalDate;
import java.util.List;

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

    Holdings holdings(List<Held> held) {
        return Holdings.of(held, lexicon.similarities(), new Strength(weights, asOf), view);
    }
}
