package dev.rung.match;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.extract.Mention;
import dev.rung.person.EvidenceKind;
import dev.rung.person.Experience;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Level;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Reads what somebody has worked as: each role brings what it asks for, no higher than the time spent in it makes likely. */
final class WorkHistory {
    /** How sure it is that somebody in a role can do what the role must, or may, ask for. A judgement. */
    private static final double ROLE_ESSENTIAL = 0.95;

    private static final double ROLE_OPTIONAL = 0.5;

    private final CatalogueView view;
    private final Lexicon lexicon;
    private final Reading reading;

    WorkHistory(CatalogueView view, Lexicon lexicon, Reading reading) {
        this.view = view;
        this.lexicon = lexicon;
        this.reading = reading;
    }

    void read(Experience experience, String at) {
        Optional<Role> role = lexicon.roles()
                .resolve(experience.role())
                .filter(m -> m.confidence() >= HeldCopies.TITLE_FLOOR)
                .flatMap(m -> view.find(Kind.ROLES, m.skill().value()));
        if (role.isPresent()) {
            String source = experience.months() + " months as " + role.get().title();
            Filled filled = new Filled(EvidenceKind.WORK, levelOf(experience.months()), 1, source, experience.until());
            read(role.get(), at + "/role", experience.role(), filled);
            return;
        }
        List<Mention> mentions = lexicon.skills().byNames().extract(experience.role());
        reading.note(
                at + "/role",
                "“" + experience.role() + "” is no role this catalogue knows; "
                        + (mentions.isEmpty() ? "it does not count" : "only the skills it names count"));
        for (Mention mention : mentions) {
            reading.add(
                    at + "/role",
                    mention,
                    new Held(
                            mention.skill(),
                            levelOf(experience.months()),
                            EvidenceKind.WORK,
                            experience.months() + " months as " + experience.role(),
                            mention.confidence(),
                            experience.until(),
                            Optional.empty()));
        }
    }

    /**
     * How a role was filled.
     *
     * @param evidence by which evidence
     * @param reached the level that it makes likely
     * @param confidence how sure it is that this role is meant
     * @param source in words
     * @param until the last month
     */
    record Filled(EvidenceKind evidence, Level reached, double confidence, String source, Optional<YearMonth> until) {}

    /** A role that is or was filled brings what it asks for, at most one level above what it asks. */
    void read(Role role, String at, String words, Filled filled) {
        for (Requirement requirement : role.requirements()) {
            Level most = Level.values()[
                    Math.min(Level.EXPERT.ordinal(), requirement.level().ordinal() + 1)];
            Held each = new Held(
                    requirement.skill(),
                    filled.reached().compareTo(most) < 0 ? filled.reached() : most,
                    filled.evidence(),
                    filled.source(),
                    filled.confidence() * (requirement.isEssential() ? ROLE_ESSENTIAL : ROLE_OPTIONAL),
                    filled.until(),
                    Optional.empty());
            reading.add(at, words, "role", each);
        }
    }

    /** What so many months in a role make likely: a year to be more than a beginner, three to be advanced, eight to be expert. A judgement. */
    private static Level levelOf(int months) {
        if (months < 12) return Level.FOUNDATION;
        if (months < 36) return Level.INTERMEDIATE;
        return months < 96 ? Level.ADVANCED : Level.EXPERT;
    }
}
