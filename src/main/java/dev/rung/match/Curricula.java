package dev.rung.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The {@link Curriculum} of each credential, kept for as long as the credentials and the taxonomy stay the same: reading a few hundred
 * credentials and spreading what they teach over similar skills was four fifths of the time of a request.
 *
 * <p>Safe for use by many threads.
 */
final class Curricula {
    private static final int MOST_KEPT = 4_000;

    private final Similarities similarities;
    private final Cache<Key, Curriculum> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    private final Cache<String, Outline> outlines =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    Curricula(Similarities similarities) {
        this.similarities = similarities;
    }

    /** What is taught does not depend on the person, but on the caller's weights. */
    private record Key(String credential, Weights weights) {}

    /** The curricula of these credentials, in the order asked; those that do not exist are left out. */
    List<Curriculum> of(List<String> ids, Weights weights, CatalogueView view) {
        List<String> unknown = new ArrayList<>();
        for (String id : ids) {
            if (kept.getIfPresent(new Key(id, weights)) == null) unknown.add(id);
        }
        Map<String, Curriculum> fresh = new java.util.HashMap<>();
        for (Credential credential : view.find(Kind.CREDENTIALS, unknown)) {
            Curriculum curriculum = of(credential, weights);
            fresh.put(credential.id(), curriculum);
            kept.put(new Key(credential.id(), weights), curriculum);
        }
        List<Curriculum> all = new ArrayList<>(ids.size());
        for (String id : ids) {
            Curriculum curriculum = fresh.get(id);
            if (curriculum == null) curriculum = kept.getIfPresent(new Key(id, weights));
            if (curriculum == null)
                curriculum =
                        view.find(Kind.CREDENTIALS, id).map(c -> of(c, weights)).orElse(null);
            if (curriculum != null) all.add(curriculum);
        }
        return all;
    }

    /** What a credential teaches, for comparing it with others. Does not depend on the caller's weights. */
    Outline outline(Credential credential) {
        return outlines.get(credential.id(), id -> Outline.of(credential, similarities));
    }

    private Curriculum of(Credential credential, Weights weights) {
        // Nothing that has just been earned has aged, so the day does not matter.
        Strength strength = new Strength(weights, LocalDate.EPOCH);
        Holdings nothing = Holdings.of(List.of(), similarities, strength);
        List<Answer> answers = new ArrayList<>(
                nothing.improvements(Taught.byEarning(credential)).values());
        answers.sort(Comparator.comparing(Answer::need));
        return new Curriculum(credential, answers);
    }
}
