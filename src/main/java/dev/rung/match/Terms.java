package dev.rung.match;

import dev.rung.credential.Credential;
import dev.rung.match.SimilarCredentials.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** On which terms two credentials that teach alike are to be had, side by side. */
final class Terms {
    private static final Map<String, Function<Credential, Optional<String>>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("level", Words::level);
        ALL.put("hours", Words::hours);
        ALL.put("credit", Words::credit);
        ALL.put("cost", Words::cost);
        ALL.put("assessment", Words::assessment);
        ALL.put("delivery", Words::delivery);
        ALL.put("issuer", c -> Optional.of(c.issuer().name()));
    }

    private Terms() {}

    /** What the two state differently; that one states nothing is a difference too. */
    static List<Difference> differences(Credential here, Credential there) {
        List<Difference> differences = new ArrayList<>();
        ALL.forEach((key, term) -> {
            Optional<String> a = term.apply(here);
            Optional<String> b = term.apply(there);
            if (!a.equals(b)) {
                differences.add(new Difference(key, a.orElse(Words.NOT_STATED), b.orElse(Words.NOT_STATED)));
            }
        });
        return differences;
    }
}
