package dev.rung.match;

import dev.rung.behaviour.Lessons;
import dev.rung.behaviour.Lessons.Following;
import dev.rung.behaviour.ObservedOutcomes;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Facts;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What other people's histories say to one person: what those who completed the same credentials completed next, and how many finish what they
 * start. Says nothing at all where there are no histories.
 */
final class Past {
    /** So many that followed most often are considered, beside those that teach what is wanted. */
    private static final int CONSIDERED = 50;

    private final Lessons lessons;
    private final CatalogueView view;
    private final SortedMap<String, Following> next;

    /**
     * @param history ids of what the person completed, oldest first, as in {@link Understanding#history}
     */
    Past(Lessons lessons, CatalogueView view, List<List<String>> history) {
        this.lessons = lessons;
        this.view = view;
        this.next = lessons.next(history);
    }

    /** Names everything that an answer about credentials is made from: the catalogue, and the histories if there are any. */
    static String generation(CatalogueView view, Lessons lessons) {
        String catalogue = view.generation().token();
        return lessons.isEmpty() ? catalogue : catalogue + "+" + lessons.token();
    }

    /** Whether and how often a credential followed what the person holds. */
    Optional<Following> following(String credential) {
        return Optional.ofNullable(next.get(credential));
    }

    /** The same in words, for a credential that did follow. */
    String text(Credential credential) {
        return following(credential.id())
                .map(f -> "people who completed %s next took %s (n=%d of %d)"
                        .formatted(title(f.after()), credential.title(), f.people(), f.of()))
                .orElse("");
    }

    private String title(String credential) {
        return view.find(Kind.CREDENTIALS, credential).map(Credential::title).orElse(credential);
    }

    /** What became of those who started a credential. */
    Optional<ObservedOutcomes> outcomes(String credential) {
        return lessons.outcomes(credential);
    }

    /** The credentials that followed most often, of those that are admitted. */
    List<String> whatOthersTook(Filter admitted) {
        List<String> most = next.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<String, Following> e) -> e.getValue().share())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(CONSIDERED)
                .map(Map.Entry::getKey)
                .toList();
        return view.find(Kind.CREDENTIALS, most).stream()
                .filter(c -> admitted.admits(Facts.of(c)))
                .map(Credential::id)
                .toList();
    }
}
