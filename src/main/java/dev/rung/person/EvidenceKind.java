package dev.rung.person;

/** Why we believe that a skill is held, from weakest to strongest. */
public enum EvidenceKind {
    /** The person says so. */
    SELF,
    /** It follows from work done. */
    WORK,
    /** Somebody else says so. */
    ENDORSED,
    /** A course was attended; nothing was tested. */
    ATTENDED,
    /** It was tested, and a credential was awarded. */
    ASSESSED
}
