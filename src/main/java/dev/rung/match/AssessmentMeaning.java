package dev.rung.match;

import dev.rung.credential.AssessmentKind;

/** What each way of testing says about whoever passed it, for people who read a card. */
final class AssessmentMeaning {
    private AssessmentMeaning() {}

    static String of(AssessmentKind kind) {
        return switch (kind) {
            case PROJECT ->
                "Something was made or carried out over weeks and judged. It shows the whole task done; how much help there was depends on the issuer.";
            case EXAM ->
                "A test without supervision. It shows that the answers were known or could be found; nobody watched who gave them.";
            case PROCTORED_EXAM -> "A test under supervision. It shows that this person knew the answers without help.";
            case PEER_REVIEW ->
                "Judged by fellow learners. It shows that work was handed in and found good by people who learn the same.";
            case CASE_STUDY -> "A described case was worked through. It shows judgement on paper, not yet in practice.";
            case PRACTICAL ->
                "Shown at work or in a workshop before an assessor. It shows that the thing itself was done.";
            case SIMULATION ->
                "Done in a simulated setting. It shows the steps under conditions that were made to be like the real ones.";
            case NONE -> "Attendance only. It shows that a course was followed; nothing was tested.";
        };
    }
}
