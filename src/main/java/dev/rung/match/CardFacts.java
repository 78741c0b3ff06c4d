package dev.rung.match;

import dev.rung.credential.Credential;
import dev.rung.credential.EntryConditions;
import dev.rung.match.CredentialCard.Fact;
import dev.rung.match.CredentialCard.Opens;
import dev.rung.match.CredentialCard.Outcomes;
import dev.rung.match.CredentialCard.Place;
import dev.rung.match.CredentialCard.Share;
import dev.rung.match.CredentialCard.Stack;
import dev.rung.match.CredentialCard.StrengthOfEvidence;
import dev.rung.skill.Level;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines of a card in words. A fact that is not stated gets a line that says so: “none stated” is not “none”. */
final class CardFacts {
    private final Taxonomy taxonomy;
    private final Credential credential;
    private final Function<String, Optional<String>> titles;

    /**
     * @param titles of credentials by id, where the catalogue has them
     */
    CardFacts(Taxonomy taxonomy, Credential credential, Function<String, Optional<String>> titles) {
        this.taxonomy = taxonomy;
        this.credential = credential;
        this.titles = titles;
    }

    String sentence(Opens opens) {
        List<String> parts = new ArrayList<>();
        parts.add(Words.level(credential).orElse("level not stated"));
        parts.add(Words.hours(credential).orElse("hours not stated"));
        parts.add(Words.cost(credential).orElse("cost not stated"));
        String terms = String.join(", ", parts);
        return terms.substring(0, 1).toUpperCase(Locale.ROOT) + terms.substring(1) + "; "
                + Words.assessment(credential).orElse("assessment not stated") + "; " + counted(opens.roles(), "role")
                + " and " + counted(opens.jobs(), "open job") + (opens.roles() + opens.jobs() == 1 ? " asks" : " ask")
                + " for something it teaches.";
    }

    List<Fact> lines(
            List<Place> frameworks,
            List<Stack> stacks,
            Opens opens,
            Optional<Outcomes> outcomes,
            StrengthOfEvidence strength) {
        List<Fact> lines = new ArrayList<>();
        lines.add(line("level", "Level", level(), "No framework level is stated."));
        lines.add(line("credit", "Credit", Words.credit(credential), "No credit points are stated."));
        lines.add(line("hours", "Hours", Words.hours(credential), "The hours of learning are not stated."));
        lines.add(line("cost", "Cost", Words.cost(credential), "The cost is not stated."));
        lines.add(
                line("delivery", "Delivery", Words.delivery(credential), "How and where it is taught is not stated."));
        lines.add(line(
                "assessment",
                "Assessment",
                Words.assessment(credential).map(CardFacts::sentenceOf),
                "How, or whether, it tests what it teaches is not stated."));
        lines.add(line("issuer", "Issuer", Optional.of(credential.issuer().name()), ""));
        lines.add(line(
                "recognition",
                "Recognised by",
                joined(credential.recognisedBy()),
                "No employer or body is stated to have co-designed or to recognise it."));
        lines.add(line("frameworks", "Frameworks", frameworks(frameworks), "No framework reference is stated."));
        lines.add(line(
                "stacks",
                "Counts towards",
                joined(stacks.stream()
                        .map(s -> s.title().orElse(s.credential()) + ": " + s.agreement())
                        .toList()),
                "Nothing is stated that it counts towards."));
        lines.add(line("entry", "To get in", entry(), "No entry conditions are stated."));
        lines.add(line(
                "validity",
                "Validity",
                credential.validMonths().map(m -> Words.counted(m, "month") + " from the award."),
                "None stated."));
        lines.add(line("opens", "What it opens", Optional.of(opens(opens)), ""));
        lines.add(line("outcomes", "Outcomes", outcomes.map(this::outcomes), "No outcome figures are stated."));
        lines.add(line("evidence", "As evidence", Optional.of(evidence(strength)), ""));
        return lines;
    }

    private static Fact line(String key, String label, Optional<String> text, String otherwise) {
        return new Fact(key, label, text.isPresent(), text.orElse(otherwise));
    }

    private Optional<String> level() {
        return Words.level(credential)
                .map(stated -> stated
                        + credential
                                .eqf()
                                .map(eqf -> " (" + Words.spoken(Level.ofEqf(eqf)) + ")")
                                .orElse(""));
    }

    private Optional<String> frameworks(List<Place> places) {
        long skills = places.stream()
                .filter(p -> p.framework().equals("ESCO") && p.skill().isPresent())
                .flatMap(p -> p.skill().stream())
                .distinct()
                .count();
        List<String> parts = new ArrayList<>(places.stream()
                .filter(p -> p.skill().isEmpty())
                .map(p -> p.framework() + " " + p.value())
                .toList());
        if (skills > 0) parts.add(counted(skills, "skill") + " of ESCO");
        return joined(parts);
    }

    private Optional<String> entry() {
        EntryConditions entry = credential.entry();
        List<String> parts = new ArrayList<>();
        entry.formal()
                .ifPresent(formal -> parts.add(
                        formal
                                ? "A school or university qualification is asked for."
                                : "No school or university qualification is asked for."));
        if (!entry.credentials().isEmpty()) {
            parts.add("To be held first: "
                    + entry.credentials().stream()
                            .map(id -> titles.apply(id).orElse(id))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (!entry.skills().isEmpty()) {
            parts.add("Wanted first: "
                    + entry.skills().stream()
                            .map(w -> taxonomy.label(w.skill())
                                    + w.level()
                                            .map(l -> " (" + Words.spoken(l) + ")")
                                            .orElse(""))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        entry.note().ifPresent(note -> parts.add(sentenceOf(note)));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }

    private static String opens(Opens opens) {
        return counted(opens.roles(), "role") + " of " + opens.ofRoles() + " and " + counted(opens.jobs(), "open job")
                + " of " + opens.ofJobs() + " ask for at least one of its skills; alone it brings "
                + counted(opens.alone(), "job") + " within reach. Counts of this catalogue, no promise of employment.";
    }

    private String outcomes(Outcomes outcomes) {
        List<String> parts = new ArrayList<>();
        outcomes.completed().ifPresent(share -> parts.add(share(share, "who started finished")));
        outcomes.employed().ifPresent(share -> parts.add(share(share, "were in work at the follow-up")));
        String text = String.join("; ", parts) + ".";
        text += outcomes.note().map(n -> " " + sentenceOf(n)).orElse("");
        return text + outcomes.caution().map(c -> " " + c).orElse("");
    }

    private static String share(Share share, String what) {
        return String.format(
                Locale.ROOT,
                "%d of %d %s (%.0f %%; with so many people %.0f to %.0f %%)",
                share.count(),
                share.of(),
                what,
                100 * share.share(),
                100 * share.low(),
                100 * share.high());
    }

    private String evidence(StrengthOfEvidence strength) {
        return String.format(
                Locale.ROOT,
                "A checked copy counts %.2f of 1 for a skill it teaches, an unchecked one %.2f, an expired one %.2f. It %s.",
                strength.verified(),
                strength.unverified(),
                strength.expired(),
                strength.reasons().stream().map(Reason::text).collect(Collectors.joining("; ")));
    }

    private static Optional<String> joined(List<String> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    /** With a capital first and a full stop last. */
    private static String sentenceOf(String text) {
        String first = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return first.matches("(?s).*[.!?]$") ? first : first + ".";
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
