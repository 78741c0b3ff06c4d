package dev.rung.pathway;

import java.util.List;

/**
 * A credential that may become a step, as the search sees it: whole numbers only. Options, needs and awards are named by their position in
 * the {@link Task}. Immutable by convention: nobody writes to the arrays.
 */
final class Option {
    final String id;
    final boolean minutesUnknown;
    /** Of learning, after what held credentials save; 0 if unknown. */
    final long minutes;

    final boolean centsUnknown;
    final long cents;
    /** Needs that it newly meets, in order. */
    final int[] needs;
    /** What has to be earned before it, itself not among them, in order; closed: what they require is among them. */
    final int[] requires;
    /** What it saves in which larger award. */
    final List<Saving> savings;
    /** What it carries into the award that is the target, in millionths of what that award asks. */
    final long credit;

    Option(
            String id,
            boolean minutesUnknown,
            long minutes,
            boolean centsUnknown,
            long cents,
            int[] needs,
            int[] requires,
            List<Saving> savings,
            long credit) {
        this.id = id;
        this.minutesUnknown = minutesUnknown;
        this.minutes = minutes;
        this.centsUnknown = centsUnknown;
        this.cents = cents;
        this.needs = needs;
        this.requires = requires;
        this.savings = List.copyOf(savings);
        this.credit = credit;
    }

    /** Minutes of an award that need not be learned again by whoever earned the option before. */
    record Saving(int award, long minutes) {}
}
