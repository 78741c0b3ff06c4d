package dev.rung.match;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.encoder.SkillEncoder;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps the newest {@link Lexicon} of two generations: of the live one, and of one that is being built or has just been replaced. Building one takes about a
 * second for all of ESCO, so callers who need the same new one wait for whoever builds it, while those who ask about the other go on. Safe for use by many threads.
 */
final class Lexicons {
    private static final int GENERATIONS = 2;

    private final SkillEncoder encoder;
    private volatile List<Lexicon> newest = List.of();

    Lexicons(SkillEncoder encoder) {
        this.encoder = encoder;
    }

    /** Those with which a catalogue reads its candidates, so that nothing is kept twice; new ones if it reads them otherwise, or with another encoder. */
    static Lexicons of(Catalogue catalogue, SkillEncoder encoder) {
        return catalogue
                .candidateReader()
                .filter(HoldingsReader.class::isInstance)
                .map(reader -> ((HoldingsReader) reader).lexicons())
                .filter(lexicons -> lexicons.encoder == encoder)
                .orElseGet(() -> new Lexicons(encoder));
    }

    Lexicon of(CatalogueView view) {
        for (Lexicon known : newest) if (known.isOf(view)) return known;
        return built(view);
    }

    private synchronized Lexicon built(CatalogueView view) {
        for (Lexicon known : newest) if (known.isOf(view)) return known;
        Lexicon lexicon = new Lexicon(view, encoder, newest);
        String generation = view.generation().id();
        newest = Stream.concat(Stream.of(lexicon), newest.stream().filter(known -> !known.isOfGeneration(generation)))
                .limit(GENERATIONS)
                .toList();
        return lexicon;
    }
}
