package dev.rung.match;

import dev.rung.credential.Credential;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One plain sentence for each result. None promises anything. */
final class Sentences {
    private Sentences() {}

    /** Why a role or job fits. */
    static String match(Match.Coverage coverage, List<Reason> reasons, List<Missing> missing) {
        String best = labels(reasons, 2);
        String gap = missing.stream()
                .filter(m -> m.strength() < 0.2)
                .limit(1)
                .map(m -> "; " + m.label() + " is missing")
                .collect(Collectors.joining());
        return "You meet " + met(coverage, "come") + best + gap + ".";
    }

    /** Why a candidate fits. */
    static String candidate(Match.Coverage coverage, List<Reason> reasons) {
        long verified = reasons.stream().filter(Reason::verified).count();
        return "Meets " + met(coverage, "comes") + labels(reasons, 2) + "; "
                + (verified == 0
                        ? "none of it is verified"
                        : verified + " of " + reasons.size() + " matching skills rest on a verified credential")
                + ".";
    }

    /** How many requirements are met, up to the skills that say so: where none is, these count in part, or are not essential. */
    private static String met(Match.Coverage coverage, String come) {
        return coverage.met() + " of " + coverage.of() + " essential requirements, "
                + (coverage.met() == 0 ? "and " + come + " nearest by " : "above all ");
    }

    /**
     * Why a credential comes next.
     *
     * @param isForAnybody whether the profile says nothing that a credential could be near to
     */
    static String credential(
            Credential credential, List<Reason> reasons, long opens, Optional<String> towards, boolean isForAnybody) {
        StringBuilder sentence = new StringBuilder();
        String skills = labels(reasons, 3);
        if (skills.isEmpty()) {
            sentence.append(
                    towards.isEmpty() && isForAnybody
                            ? "Ranked without knowing anything about you"
                            : "Adds little to " + towards.orElse("the roles nearest to you"));
            reasons.stream()
                    .filter(r -> r.kind().equals("histories"))
                    .findFirst()
                    .ifPresent(r -> sentence.append("; ").append(r.text()));
        } else {
            sentence.append("Adds ").append(skills);
            towards.ifPresent(t -> sentence.append(" towards ").append(t));
        }
        sentence.append(
                opens == 0
                        ? "; alone it brings no further job within reach"
                        : "; brings " + opens + (opens == 1 ? " more job" : " more jobs") + " within reach");
        credential.workload().hours().ifPresent(h -> sentence.append("; ")
                .append(Math.round(h))
                .append(" hours"));
        credential.offer().cost().ifPresent(cost -> sentence.append(
                        credential.workload().hours().isPresent() ? ", " : "; ")
                .append(cost));
        return sentence.append(credential.isAssessed() ? "; assessed." : ".").toString();
    }

    /** Why a credential is like another. */
    static String similar(
            Grade grade,
            List<SimilarCredentials.Shared> shared,
            List<SimilarCredentials.Skill> onlyHere,
            List<SimilarCredentials.Skill> onlyThere,
            List<SimilarCredentials.Difference> differences) {
        StringBuilder sentence = new StringBuilder(
                switch (grade) {
                    case NEAR_DUPLICATE -> "Teaches the same";
                    case EQUIVALENT -> "Teaches nearly the same";
                    case SIMILAR -> "Teaches much of the same";
                });
        sentence.append(": ").append(listed(shared.stream().map(s -> s.label()).toList(), 3));
        if (!onlyThere.isEmpty()) {
            sentence.append("; adds ")
                    .append(listed(onlyThere.stream().map(s -> s.label()).toList(), 2));
        }
        if (!onlyHere.isEmpty()) {
            sentence.append("; leaves out ")
                    .append(listed(onlyHere.stream().map(s -> s.label()).toList(), 2));
        }
        String others = differences.stream()
                .map(SimilarCredentials.Difference::key)
                .filter(k -> !k.equals("issuer"))
                .collect(Collectors.joining(", "));
        return sentence.append(others.isEmpty() ? "; same terms" : "; other " + others)
                .append('.')
                .toString();
    }

    private static String labels(List<Reason> reasons, int most) {
        return listed(
                reasons.stream().flatMap(r -> r.label().stream()).distinct().toList(), most);
    }

    private static String listed(List<String> all, int most) {
        List<String> labels = all.subList(0, Math.min(most, all.size()));
        return switch (labels.size()) {
            case 0 -> "";
            case 1 -> labels.getFirst();
            default -> String.join(", ", labels.subList(0, labels.size() - 1)) + " and " + labels.getLast();
        };
    }
}
