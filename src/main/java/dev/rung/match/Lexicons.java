package dev.rung.match;

import dev.rung.catalogue.CatalogueView;
import dev.rung.encoder.SkillEncoder;
import java.util.Optional;

/**
 * Keeps the newest {@link Lexicon}. Building one takes about a second for all of ESCO, so callers who need the same new one wait for whoever
 * builds it. Safe for use by many threads.
 */
final class Lexicons {
    private final SkillEncoder encoder;
    private volatile Optional<Lexicon> newest = Optional.empty();

    Lexicons(SkillEncoder encoder) {
        this.encoder = encoder;
    }

    Lexicon of(CatalogueView view) {
        Optional<Lexicon> known = newest.filter(lexicon -> lexicon.isOf(view));
        return known.isPresent() ? known.get() : built(view);
    }

    private synchronized Lexicon built(CatalogueView view) {
        Lexicon lexicon = Lexicon.of(view, encoder, newest);
        newest = Optional.of(lexicon);
        return lexicon;
    }
}
