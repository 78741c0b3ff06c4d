package dev.rung.credential;

import dev.rung.skill.Check;
import java.util.List;
import java.util.Optional;

/**
 * On which terms a credential is offered. What is not known is left out, and is never taken to be convenient.
 *
 * @param cost to the learner, all in; 0 is free
 * @param modes of delivery to choose from
 * @param languages of teaching, ISO 639-1
 * @param regions where on-site parts take place, ISO 3166-1 or -2; empty: anywhere
 */
public record Offer(Optional<Money> cost, List<Mode> modes, List<String> languages, List<String> regions) {
    public static final Offer UNKNOWN = new Offer(Optional.empty(), List.of(), List.of(), List.of());

    public Offer {
        cost = Check.optional(cost);
        modes = Check.distinct("modes", modes, m -> m);
        languages = Check.distinct("languages", languages, l -> l);
        regions = Check.distinct("regions", regions, r -> r);
    }
}
