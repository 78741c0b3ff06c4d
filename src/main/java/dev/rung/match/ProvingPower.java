package dev.rung.match;

import dev.rung.credential.Credential;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a credential proves what it teaches, as far as its record tells: 0.6 if it tests it, 0.2 if it states a framework level or credit,
 * 0.2 if an employer or body recognises it. The numbers are judgements.
 */
final class ProvingPower {
    private static final long TESTED = 600_000;
    private static final long FRAMED = 200_000;
    private static final long RECOGNISED = 200_000;

    private ProvingPower() {}

    /** 0 to 1. */
    static double of(Credential credential) {
        return Points.toNumber((credential.isAssessed() ? TESTED : 0)
                + (isFramed(credential) ? FRAMED : 0)
                + (credential.recognisedBy().isEmpty() ? 0 : RECOGNISED));
    }

    /** Its parts, and what is missing with nothing added; they sum to {@link #of}. */
    static List<Reason> reasons(Credential credential) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.general(
                "assessment",
                credential.isAssessed() ? TESTED : 0,
                credential.isAssessed()
                        ? "tests what it teaches"
                        : credential.assessment().isEmpty()
                                ? "does not state how, or whether, it tests what it teaches, so a copy counts as attendance"
                                : "attendance only, nothing is tested"));
        reasons.add(Reason.general(
                "framework",
                isFramed(credential) ? FRAMED : 0,
                isFramed(credential)
                        ? "states a framework level or credit, which others can check"
                        : "states no framework level and no credit"));
        reasons.add(Reason.general(
                "recognition",
                credential.recognisedBy().isEmpty() ? 0 : RECOGNISED,
                credential.recognisedBy().isEmpty()
                        ? "no employer or body is stated to recognise it"
                        : "recognised by " + String.join(", ", credential.recognisedBy())));
        return reasons;
    }

    private static boolean isFramed(Credential credential) {
        return credential.eqf().isPresent()
                || credential.nqf().isPresent()
                || !credential.workload().creditByUnit().isEmpty();
    }
}
