package dev.rung.formats;

import dev.rung.credential.Credential;
import dev.rung.credential.Outcome;
import dev.rung.extract.Emphasis;
import dev.rung.extract.Mention;
import dev.rung.extract.SkillExtractor;
import dev.rung.role.Importance;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a record the skills that its text speaks of, where it declares none itself. What was found carries its confidence, what was declared has
 * none, so that the two are never mistaken for each other.
 *
 * <p>Safe for use by many threads.
 */
public final class Completion {
    /**
     * Most skills taken from one posting or one description: the surest. A posting that names more asks for a profession, and the tail of
     * so long a list is mostly chance.
     */
    public static final int MOST_FOUND = 25;
    /** Most skills taken from one sentence about an outcome. */
    public static final int MOST_IN_OUTCOME = 5;

    /**
     * Least confidence at which a skill found in a posting is taken to be essential. Essential requirements decide whether a job is
     * within reach: of the finds from here on, seven in ten are what people named on the house and tech sentences ({@code rung eval
     * extraction}).
     */
    public static final double ESSENTIAL_FROM = 0.3;

    private final SkillExtractor extractor;

    public Completion(SkillExtractor extractor) {
        this.extractor = extractor;
    }

    /**
     * A job as it is if it has requirements; else with those found in its title and description. “Preferred”, and confidence below {@value
     * #ESSENTIAL_FROM}, make one optional. The weight is the confidence, half of it where optional; the level is the least, since texts seldom say.
     */
    public Job complete(Job job) {
        if (!job.requirements().isEmpty()) return job;
        List<Requirement> found = new ArrayList<>();
        for (Mention mention : surest(job.title(), job.description(), MOST_FOUND)) {
            double confidence = rounded(mention.confidence());
            boolean essential = mention.emphasis() == Emphasis.REQUIRED && confidence >= ESSENTIAL_FROM;
            found.add(new Requirement(
                    mention.skill(),
                    essential ? Importance.ESSENTIAL : Importance.OPTIONAL,
                    Level.FOUNDATION,
                    essential ? confidence : rounded(confidence / 2),
                    Optional.of(confidence)));
        }
        return found.isEmpty() ? job : job.withRequirements(found);
    }

    /**
     * A credential whose outcomes name skills: those that are text alone get the skills the text speaks of, each as an outcome with that text. If
     * there are no outcomes at all they are taken from title and description, with the words that said so as their text.
     */
    public Credential complete(Credential credential) {
        if (credential.outcomes().isEmpty()) {
            List<Outcome> found = new ArrayList<>();
            for (Mention mention : surest(credential.title(), credential.description(), MOST_FOUND)) {
                found.add(outcome(mention, Optional.empty(), mention.text()));
            }
            return found.isEmpty() ? credential : credential.withOutcomes(found);
        }
        if (credential.outcomes().stream().allMatch(o -> o.skill().isPresent())) return credential;
        Set<SkillId> named = new HashSet<>();
        credential.outcomes().forEach(o -> o.skill().ifPresent(named::add));
        List<Outcome> outcomes = new ArrayList<>();
        for (Outcome outcome : credential.outcomes()) {
            List<Outcome> found = new ArrayList<>();
            if (outcome.skill().isEmpty()) {
                String text = outcome.text().orElseThrow();
                for (Mention mention : surest(text, Optional.empty(), MOST_IN_OUTCOME)) {
                    if (named.add(mention.skill())) found.add(outcome(mention, outcome.level(), text));
                }
            }
            outcomes.addAll(found.isEmpty() ? List.of(outcome) : found);
        }
        return credential.withOutcomes(outcomes);
    }

    private static Outcome outcome(Mention mention, Optional<Level> level, String text) {
        return new Outcome(
                Optional.of(mention.skill()), level, Optional.of(text), Optional.of(rounded(mention.confidence())));
    }

    private List<Mention> surest(String title, Optional<String> description, int most) {
        String text = description.map(d -> title + ".\n" + d).orElse(title);
        return extractor.extract(text).stream()
                .sorted(Comparator.comparingDouble(Mention::confidence)
                        .reversed()
                        .thenComparing(Mention::start)
                        .thenComparing(Mention::skill))
                .limit(most)
                .toList();
    }

    /** To three decimals, and never down to nothing. */
    private static double rounded(double share) {
        return Math.max(0.001, Math.round(share * 1000) / 1000.0);
    }
}
