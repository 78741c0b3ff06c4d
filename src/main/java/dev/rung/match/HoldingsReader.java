package dev.rung.match;

import dev.rung.behaviour.Lessons;
import dev.rung.catalogue.CandidateReader;
import dev.rung.catalogue.CatalogueView;
import dev.rung.person.Candidate;
import dev.rung.skill.SkillId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads from a candidate's profile what they hold, as a recommender does for a request. What it knows the names of things by it shares with the recommender of
 * the same catalogue.
 */
record HoldingsReader(Lexicons lexicons) implements CandidateReader {
    @Override
    public Map<SkillId, Strength> read(Candidate candidate, CatalogueView view) {
        // The day does not matter here: nothing that is left out ages, and ageing is the search's business.
        Session session = new Session(view, lexicons.of(view), Lessons.NONE, Weights.DEFAULT, LocalDate.EPOCH);
        dev.rung.match.Strength strength = new dev.rung.match.Strength(session.weights(), session.asOf());
        Map<SkillId, Strength> strengths = new HashMap<>();
        for (Held held : session.read(candidate.profile()).held()) {
            double any = strength.ofEvidence(held);
            double proven = held.isVerified() ? any : 0;
            strengths.merge(
                    held.skill(),
                    new Strength(any, proven),
                    (a, b) -> new Strength(Math.max(a.any(), b.any()), Math.max(a.proven(), b.proven())));
        }
        return strengths;
    }
}
