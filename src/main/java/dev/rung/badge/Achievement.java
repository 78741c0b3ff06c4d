package dev.rung.badge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.credential.AssessmentKind;
import dev.rung.person.EvidenceKind;
import dev.rung.skill.Check;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One achievement as Rung understood it: a badge has one, a transcript several.
 *
 * @param at JSON Pointer of its credential within the document; empty text: the document itself
 * @param id of the achievement, as its issuer names it
 * @param title what it is called
 * @param issuer what its issuer calls itself
 * @param issuerId the issuer's DID or address
 * @param evidence what it is evidence of: {@link EvidenceKind#ASSESSED}, {@link EvidenceKind#ATTENDED}, or {@link EvidenceKind#SELF} for one
 *     that somebody issued to themselves
 * @param because which rule decided that
 * @param assessment how it was tested, as far as its words say
 * @param awardedOn the day of the award
 * @param validUntil the last day of validity, if it expires
 * @param skills what its holder can do
 */
public record Achievement(
        @JsonInclude(JsonInclude.Include.ALWAYS) String at,
        Optional<String> id,
        String title,
        Optional<String> issuer,
        Optional<String> issuerId,
        EvidenceKind evidence,
        Because because,
        List<AssessmentKind> assessment,
        Optional<LocalDate> awardedOn,
        Optional<LocalDate> validUntil,
        List<AchievedSkill> skills) {
    public Achievement {
        assessment = List.copyOf(assessment);
        skills = List.copyOf(skills);
    }

    /** The same achievement in a document within another. */
    public Achievement within(String pointer) {
        return new Achievement(
                pointer + at,
                id,
                title,
                issuer,
                issuerId,
                evidence,
                because,
                assessment,
                awardedOn,
                validUntil,
                skills);
    }

    /**
     * Why something was decided.
     *
     * @param code for machines, in snake case
     * @param message for people, one sentence
     */
    public record Because(String code, String message) {}

    /**
     * One skill of an achievement.
     *
     * @param skill its id
     * @param label its name
     * @param level how well
     * @param levelFrom what says so: {@code result}, {@code eqf 4}, {@code type BachelorDegree}, {@code name}, or {@code default} if
     *     nothing does
     * @param confidence how sure it is that this skill is meant, 0 to 1
     * @param from which part of the badge names it: {@code alignment}, {@code result}, {@code name}, {@code tag}, {@code criteria} or {@code description}
     * @param how by what it was recognised: {@code id} (an address or code), {@code label}, {@code alternative}, {@code words} or {@code vector}
     * @param said the words or the address
     */
    public record AchievedSkill(
            SkillId skill,
            String label,
            Level level,
            String levelFrom,
            double confidence,
            String from,
            String how,
            String said) {
        public AchievedSkill {
            Check.range("confidence", confidence, 0, 1);
        }
    }
}
