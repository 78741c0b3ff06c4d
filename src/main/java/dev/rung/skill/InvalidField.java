package dev.rung.skill;

/**
 * A record was given a value it cannot hold. Records check themselves when they are made; this is what they throw, and it names
 * the field so that a caller can be told where to look.
 *
 * <pre>{@code
 * new SkillId("");   // InvalidField: id: must not be empty
 * }</pre>
 */
public final class InvalidField extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    public InvalidField(String field, String problem) {
        super(field + ": " + problem);
        this.field = field;
        this.problem = problem;
    }

    /** The field's name as it stands in JSON, relative to the record that refused it. */
    public String field() {
        return field;
    }

    /** What is wrong and what would be right, as the end of a sentence about the field. */
    public String problem() {
        return problem;
    }
}
