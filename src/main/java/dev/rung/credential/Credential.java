package dev.rung.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.skill.Alignment;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.util.List;
import java.util.Optional;

/**
 * What can be earned: a micro-credential, certificate, licence or degree. Facts that are not known are left out.
 *
 * @param id identity, unique among credentials
 * @param title the name people see
 * @param description what it is about
 * @param issuer who awards it
 * @param illustrative invented to show how things look; not on offer anywhere
 * @param outcomes what the holder can do
 * @param assessment how that was tested; empty: not known; {@link AssessmentKind#NONE} alone: attendance only
 * @param eqf level of the European Qualifications Framework, 1 to 8
 * @param nqf level of a national framework, in words
 * @param workload how much learning
 * @param offer on which terms
 * @param entry what one must bring
 * @param validMonths how long it stays valid; empty: none is stated, so it is not taken to expire
 * @param stacksInto larger credentials it counts towards
 * @param recognisedBy employers or bodies that co-designed or recognise it (R13)
 * @param outcomeStatistics what became of those who started
 * @param alignments the same credential in other registers
 */
public record Credential(
        String id,
        String title,
        Optional<String> description,
        Issuer issuer,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean illustrative,
        List<Outcome> outcomes,
        List<AssessmentKind> assessment,
        Optional<Integer> eqf,
        Optional<String> nqf,
        Workload workload,
        Offer offer,
        EntryConditions entry,
        Optional<Integer> validMonths,
        List<StackRule> stacksInto,
        List<String> recognisedBy,
        Optional<OutcomeStatistics> outcomeStatistics,
        List<Alignment> alignments) {
    public Credential {
        id = Check.id("id", id);
        title = Check.label("title", title);
        description = Check.text("description", description);
        Check.present("issuer", issuer);
        outcomes = Check.list("outcomes", outcomes);
        assessment = Check.distinct("assessment", assessment, a -> a);
        if (assessment.contains(AssessmentKind.NONE) && assessment.size() > 1) {
            throw new InvalidField("assessment", "none excludes every other kind");
        }
        eqf = Check.range("eqf", eqf, 1, 8);
        nqf = Check.text("nqf", nqf);
        workload = workload == null ? Workload.UNKNOWN : workload;
        offer = offer == null ? Offer.UNKNOWN : offer;
        entry = entry == null ? EntryConditions.UNKNOWN : entry;
        validMonths = Check.range("validMonths", validMonths, 1, 1_200);
        stacksInto = Check.distinct("stacksInto", stacksInto, StackRule::award);
        recognisedBy = Check.list("recognisedBy", recognisedBy);
        outcomeStatistics = Check.optional(outcomeStatistics);
        alignments = Check.distinct("alignments", alignments, a -> a);
        for (StackRule rule : stacksInto) {
            if (rule.award().equals(id)) throw new InvalidField("stacksInto", "must not name the credential itself");
        }
        if (entry.credentials().contains(id)) {
            throw new InvalidField("entry/credentials", "must not name the credential itself");
        }
    }

    /** Whether something was tested: {@code false} for attendance only <em>and</em> where nothing is known. */
    public boolean isAssessed() {
        return !assessment.isEmpty() && !assessment.contains(AssessmentKind.NONE);
    }

    /** The same credential with other outcomes. */
    public Credential withOutcomes(List<Outcome> found) {
        return new Credential(
                id,
                title,
                description,
                issuer,
                illustrative,
                found,
                assessment,
                eqf,
                nqf,
                workload,
                offer,
                entry,
                validMonths,
                stacksInto,
                recognisedBy,
                outcomeStatistics,
                alignments);
    }
}
