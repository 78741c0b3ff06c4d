package dev.rung.match;

import dev.rung.extract.Mention;
import dev.rung.person.EvidenceKind;
import dev.rung.person.HeldSkill;
import dev.rung.skill.Level;
import java.util.Optional;

/** Reads the skills that a profile lists: looked up by id, alignment, name, word forms and at last by vector. */
final class SkillClaims {
    private final Lexicon lexicon;
    private final Reading reading;

    SkillClaims(Lexicon lexicon, Reading reading) {
        this.lexicon = lexicon;
        this.reading = reading;
    }

    void read(HeldSkill skill, String at) {
        Optional<Mention> found = lexicon.skills().resolve(skill.skill());
        if (found.isEmpty()) {
            reading.note(
                    at + "/skill", "“" + skill.skill() + "” is no skill this catalogue knows, so it does not count");
            return;
        }
        EvidenceKind evidence = skill.evidence().orElse(EvidenceKind.SELF);
        reading.add(
                at + "/skill",
                found.get(),
                new Held(
                        found.get().skill(),
                        skill.level().orElse(Level.INTERMEDIATE),
                        evidence,
                        source(evidence),
                        found.get().confidence(),
                        skill.lastUsed(),
                        Optional.empty()));
    }

    /** In words for the person and for whoever reads about them. */
    private static String source(EvidenceKind evidence) {
        return switch (evidence) {
            case SELF -> "a statement";
            case WORK -> "work";
            case ENDORSED -> "an endorsement";
            case ATTENDED -> "a course";
            case ASSESSED -> "an assessment";
        };
    }
}
