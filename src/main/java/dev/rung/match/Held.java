package dev.rung.match;

import dev.rung.credential.AssessmentKind;
import dev.rung.person.EvidenceKind;
import dev.rung.person.Verdict;
import dev.rung.skill.Check;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * One reason to believe that somebody holds a skill, as Rung understood the profile. The same skill may be held for several reasons.
 *
 * @param skill which skill
 * @param level how well
 * @param evidence why we believe it
 * @param source in words: what the profile says, as in “credential Food hygiene” or “48 months as cook”
 * @param confidence how sure it is that the profile means this skill, 0 to 1
 * @param lastUsed the month from which it ages; none: does not age
 * @param proof the credential behind it, if there is one
 */
public record Held(
        SkillId skill,
        Level level,
        EvidenceKind evidence,
        String source,
        double confidence,
        Optional<YearMonth> lastUsed,
        Optional<Proof> proof) {
    public Held {
        Check.range("confidence", confidence, 0, 1);
    }

    /** Whether a check found the credential behind it genuine and in date. */
    public boolean isVerified() {
        return proof.isPresent() && proof.get().verdict().isVerified();
    }

    /**
     * The chain from a skill to its proof (R4).
     *
     * @param credential id in the catalogue, or the title as given
     * @param title the name people see
     * @param issuer who awarded it
     * @param assessment how it was tested
     * @param verdict what a check of this copy found
     * @param awardedOn the day of the award
     */
    public record Proof(
            String credential,
            String title,
            Optional<String> issuer,
            List<AssessmentKind> assessment,
            Verdict verdict,
            Optional<LocalDate> awardedOn) {
        public Proof {
            assessment = List.copyOf(assessment);
        }
    }
}
