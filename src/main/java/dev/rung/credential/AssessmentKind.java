package dev.rung.credential;

/** How a skill was tested before the credential was awarded. The kind is data (R3): it decides how much a proof is worth. */
public enum AssessmentKind {
    /** Something made or carried out over weeks and judged. */
    PROJECT,
    /** A test without supervision. */
    EXAM,
    /** A test under supervision. */
    PROCTORED_EXAM,
    /** Judged by fellow learners. */
    PEER_REVIEW,
    CASE_STUDY,
    /** Shown at work or in a workshop before an assessor. */
    PRACTICAL,
    SIMULATION,
    /** Attendance only: nothing was tested. */
    NONE
}
