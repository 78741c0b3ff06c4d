package dev.rung.wallet;

import dev.rung.person.HeldCredential;
import dev.rung.person.Verdict;

/**
 * A credential that a candidate holds, after it was looked at.
 *
 * @param held as it is kept now
 * @param isNew whether it was not held before
 * @param was whether it counted as verified before
 */
public record Copy(HeldCredential held, boolean isNew, boolean was) {
    /** Whether it counts as verified now. */
    public boolean isVerified() {
        return held.verdict().filter(Verdict::isVerified).isPresent();
    }

    /** Whether what was found does not tell: neither verified, nor found false, withdrawn or out of date. */
    public boolean isUnknown() {
        return !isVerified()
                && held.verdict().filter(v -> v.isRefuted() || v.isOutOfDate()).isEmpty();
    }

    /** Whether it counts as verified now and did not, or the other way round. */
    public boolean isChanged() {
        return isVerified() != was;
    }
}
