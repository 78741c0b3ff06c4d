package dev.rung.match;

import dev.rung.credential.AssessmentKind;
import dev.rung.credential.Credential;
import dev.rung.credential.CreditPoints;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a credential states, in the words people see; and plainly that it states nothing, where it does not. */
final class Words {
    static final String NOT_STATED = "not stated";

    private Words() {}

    /** The name of a constant as in JSON: {@code near-duplicate}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of a constant as in a sentence: {@code proctored exam}. */
    static String spoken(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Optional<String> level(Credential credential) {
        if (credential.eqf().isEmpty()) return credential.nqf();
        String eqf = "EQF level " + credential.eqf().get();
        return Optional.of(credential.nqf().map(n -> eqf + "; " + n).orElse(eqf));
    }

    static Optional<String> hours(Credential credential) {
        return credential.workload().hours().map(h -> counted(h, "hour"));
    }

    static Optional<String> credit(Credential credential) {
        return CreditPoints.inWords(credential.workload().creditByUnit());
    }

    static Optional<String> cost(Credential credential) {
        return credential.offer().cost().map(Object::toString);
    }

    static Optional<String> delivery(Credential credential) {
        List<String> parts = List.of(
                credential.offer().modes().stream()
                        .map(m -> m.name().equals("ONSITE") ? "on site" : spoken(m))
                        .collect(Collectors.joining(" or ")),
                credential.offer().regions().isEmpty()
                        ? ""
                        : "in " + String.join(", ", credential.offer().regions()),
                credential.offer().languages().isEmpty()
                        ? ""
                        : "taught in " + String.join(", ", credential.offer().languages()));
        return Optional.of(parts.stream().filter(p -> !p.isEmpty()).collect(Collectors.joining(", ")))
                .filter(d -> !d.isEmpty());
    }

    static Optional<String> assessment(Credential credential) {
        if (credential.assessment().isEmpty()) return Optional.empty();
        if (!credential.isAssessed()) return Optional.of("attendance only, nothing is tested");
        return Optional.of("tested by "
                + credential.assessment().stream()
                        .filter(a -> a != AssessmentKind.NONE)
                        .map(Words::spoken)
                        .collect(Collectors.joining(" and ")));
    }

    /**
     * A name in a sentence. Skills are often called by what one does, so that without quotes they would read as part of the sentence: use
     * “visualise data” again.
     */
    static String quoted(String name) {
        return "“" + name + "”";
    }

    /** “1”, “2.5”. */
    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** “1 hour”, “2.5 hours”. */
    static String counted(double number, String what) {
        return plain(number) + " " + what + (number == 1 ? "" : "s");
    }
}
