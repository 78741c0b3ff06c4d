package dev.rung.match;

import dev.rung.behaviour.Lessons;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.person.Profile;
import dev.rung.person.Target;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.SkillId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What a target names. */
    Optional<Understanding.Goal> goal(Target target) {
        return new ProfileReader(view, lexicon, asOf).goal(target);
    }

    /** The skills that could answer for one, each by how far, times a weight. */
    Map<SkillId, Double> answering(SkillId skill, double weight) {
        Map<SkillId, Double> wish = new HashMap<>();
        for (Similarities.Neighbour near : lexicon.similarities().of(skill)) {
            double factor = near.factor(weights.similarity());
            if (factor > 0) wish.put(near.skill(), weight * factor);
        }
        return wish;
    }

    /** The role of that id or title. */
    Optional<Role> role(String name) {
        return lexicon.roles()
                .resolve(name)
                .filter(m -> m.confidence() >= HeldCopies.TITLE_FLOOR)
                .flatMap(m -> view.find(Kind.ROLES, m.skill().value()));
    }

    /** Where somebody stands before their target, if they have one that asks for anything. */
    Optional<Gap> gap(Understanding understood, Holdings now) {
        return understood.target().flatMap(target -> {
            List<Requirement> requirements = Targets.requirements(target, view);
            return requirements.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Gap.of(target, requirements, now, weights.met(), view.taxonomy()));
        });
    }

    /** As far as these requirements go: answers to other needs are not worked out. */
    Holdings holdings(List<Held> held, List<Requirement> asked) {
        Set<Need> needs = new HashSet<>();
        for (Requirement requirement : asked) needs.add(Need.of(requirement));
        return Holdings.of(held, lexicon.similarities(), new Strength(weights, asOf), needs);
    }

    Holdings holdings(List<Held> held) {
        return Holdings.of(held, lexicon.similarities(), new Strength(weights, asOf));
    }
}
