package dev.rung.match;

import dev.rung.match.CandidateAdvice.Lack;
import dev.rung.match.Understanding.Goal;
import dev.rung.person.Constraints;
import dev.rung.person.Profile;
import dev.rung.role.Job;
import dev.rung.role.Place;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a role or job lacks for a person (R22): the place, the language, what they wish for, what they are good at. It tells both sides whether to talk, and
 * is no part of a score. What the person's money or time allows is none of a recruiter's business and is left out.
 */
final class OtherSide {
    private static final int MOST_STRENGTHS = 3;
    private static final int MOST_WISHES = 3;

    private final Session session;
    private final Optional<Role> role;
    private final Optional<Job> job;
    /** The skills asked for, and whatever answers for them. */
    private final Set<SkillId> used = new HashSet<>();

    OtherSide(Session session, Optional<Role> role, Optional<Job> job, List<Requirement> requirements) {
        this.session = session;
        this.role = role;
        this.job = job;
        for (Requirement requirement : requirements) {
            for (Similarities.Neighbour near : session.lexicon().similarities().of(requirement.skill())) {
                if (near.factor(session.weights().similarity()) > 0) used.add(near.skill());
            }
        }
    }

    /** In this order: place, language, target, wishes, strengths. */
    List<Lack> lacks(Profile profile, Understanding understood) {
        List<Lack> lacks = new ArrayList<>();
        job.ifPresent(j -> {
            place(j, profile.constraints()).ifPresent(lacks::add);
            language(j, profile.constraints()).ifPresent(lacks::add);
        });
        target(understood).ifPresent(lacks::add);
        understood.wishedSkills().stream()
                .distinct()
                .filter(skill -> !used.contains(skill))
                .limit(MOST_WISHES)
                .forEach(skill -> lacks.add(ofSkill("wish", "they would like to use ", skill, Optional.empty())));
        strengths(understood).forEach(lacks::add);
        return lacks;
    }

    private static Optional<Lack> place(Job job, Constraints constraints) {
        if (constraints.region().isEmpty() || job.remote()) return Optional.empty();
        String theirs = constraints.region().get();
        Place place = job.place();
        if (place.region().isEmpty() && place.country().isEmpty()) {
            return Optional.of(lack("place", "it does not say where it is; they look in " + theirs));
        }
        String there = place.region().or(place::country).orElseThrow();
        boolean isNear = there.equals(theirs)
                || there.startsWith(theirs + "-")
                || place.country().filter(theirs::equals).isPresent();
        return isNear
                ? Optional.empty()
                : Optional.of(lack("place", "it is in " + there + " and not remote; they look in " + theirs));
    }

    private static Optional<Lack> language(Job job, Constraints constraints) {
        if (constraints.languages().isEmpty() || job.language().isEmpty()) return Optional.empty();
        String there = job.language().get();
        return constraints.languages().contains(there)
                ? Optional.empty()
                : Optional.of(lack(
                        "language",
                        "its language is " + there + "; they name " + String.join(", ", constraints.languages())));
    }

    private Optional<Lack> target(Understanding understood) {
        Optional<String> here = role.map(Role::id).or(() -> job.flatMap(Job::role));
        Optional<Goal> target = understood.target().filter(g -> g.kind().equals("role"));
        if (here.isEmpty() || target.isEmpty() || target.get().id().equals(here.get())) return Optional.empty();
        return Optional.of(lack("target", "they want to become " + target.get().title()));
    }

    /** Skills held well enough to count as met at an advanced level, or proven, that nothing here asks for. */
    private List<Lack> strengths(Understanding understood) {
        Strength strength = new Strength(session.weights(), session.asOf());
        Map<SkillId, Double> unused = new HashMap<>();
        for (Held held : understood.held()) {
            if (used.contains(held.skill())) continue;
            if (!held.isVerified() && held.level().compareTo(Level.ADVANCED) < 0) continue;
            double worth = strength.ofEvidence(held);
            if (worth >= session.weights().met()) unused.merge(held.skill(), worth, Math::max);
        }
        return unused.entrySet().stream()
                .sorted(Map.Entry.<SkillId, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_STRENGTHS)
                .map(e -> ofSkill("strength", "it does not use their skill ", e.getKey(), Optional.of(e.getValue())))
                .toList();
    }

    private Lack ofSkill(String kind, String words, SkillId skill, Optional<Double> strength) {
        String label = session.view().taxonomy().label(skill);
        return new Lack(
                kind,
                words + Words.quoted(label),
                Optional.of(skill.value()),
                Optional.of(label),
                strength.map(s -> Points.toNumber(Points.of(s))));
    }

    private static Lack lack(String kind, String text) {
        return new Lack(kind, text, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
