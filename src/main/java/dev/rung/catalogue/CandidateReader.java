package dev.rung.catalogue;

import dev.rung.person.Candidate;
import dev.rung.skill.SkillId;
import java.util.Map;

/**
 * Says which skills a candidate holds and how strongly. A catalogue asks this when it indexes a candidate, so that
 * {@link CatalogueView#rankBySkills} can find people; understanding profiles is no business of an engine.
 */
@FunctionalInterface
public interface CandidateReader {
    /** The candidate's skills.
     *
     * @param view the catalogue as it stands, to look up roles and credentials that the candidate names
     */
    Map<SkillId, Strength> read(Candidate candidate, CatalogueView view);

    /**
     * How strongly a skill is held.
     *
     * @param any by whatever evidence, above 0 and up to 1
     * @param proven by verified evidence alone, 0 to 1
     */
    record Strength(double any, double proven) {}
}
