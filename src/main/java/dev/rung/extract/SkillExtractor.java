package dev.rung.extract;

import dev.rung.encoder.ConceptEncoder;
import dev.rung.encoder.ReadingWeights;
import dev.rung.encoder.SkillEncoder;
import dev.rung.extract.SentenceReader.Candidate;
import dev.rung.extract.SkillVectors.Nearest;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the skills that a text speaks of.
 *
 * <pre>{@code
 * SkillExtractor extractor = SkillExtractor.of(taxonomy, encoder);
 * extractor.extract("Demonstrate the ability to analyse customer data using Excel dashboards");
 * // data-analysis  “analyse customer data”  WORDS
 * // spreadsheets   “Excel”                  ALTERNATIVE
 * // dashboards     “dashboards”             WORDS
 * extractor.resolve("Pastry Baking");   // bake-pastries, ALTERNATIVE
 * }</pre>
 *
 * <p>Two things speak for a skill: its name or another of its names stands there, in any inflection and nearly any order ({@link How}), and the
 * sentence, or a few words of it, lies near its label by vector. With an encoder that has learned to read sentences both are weighed together
 * ({@link Evidence}), for every sentence anew: a name in a sentence that is about something else, or that asks for no skill at all, does not count,
 * and a skill can be meant without being named; of finds that share words the surest wins. Other encoders find names only, of which the longest wins. Names that are
 * ordinary words (Excel, Go) want their capitals, names of one or two letters (R, IT) want to stand in a list as well.
 *
 * <p>A skill that a text says is <em>not</em> wanted or held is not mentioned by it: “no experience of baking needed”, “SQL is not required”, “I have
 * never welded”. If the same text asks for it elsewhere, that mention stands. “Preferred”, “nice to have” and the like give {@link
 * Emphasis#PREFERRED}. Both are read from English words and from the shape of sentences and lists, without parsing: a long-winded
 * sentence can fool them.
 *
 * <p>Sentences most of whose words the encoder has never met are in a language that it does not know. Names that stand there as the taxonomy writes them
 * are found (“DATEV”, and “Lohnabrechnung” if that is another name of the skill), nothing else is.
 *
 * <p>Any text has an answer. Emoji, control characters and broken surrogate pairs separate words. Scripts without spaces are compared
 * character by character, other non-Latin scripts word by word, without inflection. Time grows in proportion to length.
 *
 * <p>Immutable and safe for use by many threads. Building one for ESCO takes one to two seconds and some 80 MB with the taxonomy, so build
 * once a taxonomy.
 */
public final class SkillExtractor {
    /** Names that their words alone make no surer than this are not even weighed. */
    private static final double LEAST_NAME = 0.3;

    private final Taxonomy taxonomy;
    private final SkillEncoder encoder;
    private final ExtractionSettings settings;
    private final LabelIndex index;
    private final SkillVectors vectors;
    private final Optional<SentenceReader> reader;
    private final Map<String, Double> weights;

    private SkillExtractor(Taxonomy taxonomy, SkillEncoder encoder, ExtractionSettings settings) {
        this.taxonomy = taxonomy;
        this.encoder = encoder;
        this.settings = settings;
        this.index = LabelIndex.of(taxonomy);
        this.vectors = new SkillVectors(settings.usesVectors() ? index.skills : List.of(), encoder);
        Optional<ReadingWeights> reading =
                settings.sentences() && encoder instanceof ConceptEncoder known ? known.reading() : Optional.empty();
        this.reader = reading.map(w -> new SentenceReader((ConceptEncoder) encoder, w, index, vectors));
        this.weights = reading.map(r -> (Map<String, Double>) r.evidence()).orElse(Map.of());
    }

    private SkillExtractor(SkillExtractor other, ExtractionSettings settings) {
        this.taxonomy = other.taxonomy;
        this.encoder = other.encoder;
        this.settings = settings;
        this.index = other.index;
        this.vectors = other.vectors;
        this.reader = settings.sentences() ? other.reader : Optional.empty();
        this.weights = other.weights;
    }

    /** The same with other floors; what it finds skills by stays as it is. */
    public SkillExtractor with(ExtractionSettings floors) {
        return new SkillExtractor(this, floors);
    }

    /**
     * The same without reading sentences by meaning. That was learned from advertisements, where much is named that is not asked for; what
     * people write about themselves they mean.
     */
    public SkillExtractor byNames() {
        return with(new ExtractionSettings(
                false,
                ExtractionSettings.CONSERVATIVE.minConfidence(),
                settings.nameFloor(),
                settings.atFloor(),
                settings.atOne()));
    }

    /** As {@link #of(Taxonomy, SkillEncoder, ExtractionSettings)} with {@linkplain ExtractionSettings#of what suits the encoder}. */
    public static SkillExtractor of(Taxonomy taxonomy, SkillEncoder encoder) {
        return of(taxonomy, encoder, ExtractionSettings.of(encoder));
    }

    /** An extractor for all skills of a taxonomy. */
    public static SkillExtractor of(Taxonomy taxonomy, SkillEncoder encoder, ExtractionSettings settings) {
        return new SkillExtractor(taxonomy, encoder, settings);
    }

    /**
     * The skills mentioned in a text, ordered by start, then by confidence with the surest first. Each skill comes once, with its best
     * mention. Spans overlap only where words are shared in a coordination: “install and repair pumps”.
     */
    public List<Mention> extract(String text) {
        Passage passage = Passage.of(text, index.vocabulary, new WordForms());
        if (passage.content.length == 0) return List.of();
        Scopes scopes = Scopes.of(passage);
        Map<Integer, Mention> best = new HashMap<>();
        for (Match match : matches(passage)) {
            int first = passage.content[match.first()];
            int last = passage.content[match.last()];
            if (scopes.negated(first, last)) continue;
            Mention mention = mention(match, text, passage, scopes.emphasis(first, last));
            best.merge(match.skill(), mention, SkillExtractor::better);
        }
        List<Mention> mentions = new ArrayList<>(best.values());
        mentions.sort(Comparator.comparingInt(Mention::start)
                .thenComparing(Comparator.comparingDouble(Mention::confidence).reversed())
                .thenComparing(Mention::skill));
        return List.copyOf(mentions);
    }

    /**
     * Whether most of a text is in a language that the encoder does not know, so that just names are found in it. Texts of up to three words are never
     * taken to be.
     */
    public boolean isForeign(String text) {
        return Sentence.isForeign(text, encoder);
    }

    /**
     * What speaks for which skill in a text, before anything is decided: for measuring, and for fitting the weights by which it is decided.
     * Empty for an encoder that has not learned to read sentences.
     */
    public List<Evidence> evidence(String text) {
        Passage passage = Passage.of(text, index.vocabulary, new WordForms());
        return candidates(passage).stream().map(Candidate::evidence).toList();
    }

    private List<Match> matches(Passage passage) {
        if (reader.isEmpty()) {
            List<Match> names = named(passage, Sentence.of(passage, encoder), settings.minConfidence()).stream()
                    .flatMap(List::stream)
                    .toList();
            return new Overlaps(passage).longest(names, this::id);
        }
        List<Match> sure = new ArrayList<>();
        for (Candidate candidate : candidates(passage)) {
            double confidence = candidate.evidence().probability(weights);
            if (confidence >= settings.minConfidence())
                sure.add(candidate.match().with(confidence));
        }
        return new Overlaps(passage).surest(sure, this::id);
    }

    private List<Candidate> candidates(Passage passage) {
        if (reader.isEmpty() || passage.content.length == 0) return List.of();
        List<Sentence> sentences = Sentence.of(passage, encoder);
        return reader.get().read(passage, sentences, named(passage, sentences, LEAST_NAME));
    }

    /**
     * The names that stand in each sentence. Where the language is not one that the encoder knows, just those that stand there as they are written: other
     * forms of a name, and the words that it shares with that language, are guesses of English (“cuatro personas” speaks of four people).
     */
    private List<List<Match>> named(Passage passage, List<Sentence> sentences, double least) {
        List<List<Match>> named = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) named.add(new ArrayList<>());
        List<Match> names = new ArrayList<>(new LabelMatcher(index, passage, least).matches());
        names.sort(Comparator.comparingInt(Match::first));
        int at = 0;
        for (Match name : names) {
            while (name.first() >= sentences.get(at).to()) at++;
            if (sentences.get(at).familiar() || name.how() != How.WORDS)
                named.get(at).add(name);
        }
        return named;
    }

    /**
     * The one skill that a name means, as people type names: an id, an alignment, a label, an alternative label, other forms of a label's
     * words, and else the nearest by vector above {@link ExtractionSettings#nameFloor}. The mention covers the whole name.
     */
    public Optional<Mention> resolve(String name) {
        Optional<SkillId> named = taxonomy.named(name);
        if (named.isPresent()) return named.map(id -> whole(id, name, 1, howNamed(id, name)));
        Passage passage = Passage.of(name, index.vocabulary, new WordForms());
        if (passage.content.length == 0) return Optional.empty();
        Optional<Match> words = new LabelMatcher(index, passage, settings.minConfidence())
                .matches().stream()
                        .filter(m -> m.words() == passage.content.length)
                        .min(Comparator.comparingDouble(Match::confidence)
                                .reversed()
                                .thenComparing(m -> id(m.skill())));
        if (words.isPresent()) return words.map(m -> whole(id(m.skill()), name, m.confidence(), m.how()));
        if (settings.nameFloor() > 1) return Optional.empty();
        Nearest nearest = vectors.nearest(encoder.encode(name), settings.nameFloor());
        if (nearest.skill() < 0) return Optional.empty();
        return Optional.of(whole(id(nearest.skill()), name, confidence(nearest), How.VECTOR));
    }

    private How howNamed(SkillId id, String name) {
        Skill skill = taxonomy.skill(id).orElseThrow();
        String plain = Taxonomy.plain(name);
        boolean alternative =
                skill.altLabels().stream().anyMatch(l -> Taxonomy.plain(l).equals(plain));
        return alternative && !Taxonomy.plain(skill.label()).equals(plain) ? How.ALTERNATIVE : How.LABEL;
    }

    private static Mention whole(SkillId id, String name, double confidence, How how) {
        return new Mention(id, 0, name.length(), name, confidence, how, Emphasis.REQUIRED);
    }

    private double confidence(Nearest nearest) {
        double floor = settings.nameFloor();
        double above = (nearest.cosine() - floor) / Math.max(1e-9, 1 - floor);
        return settings.atFloor() + (settings.atOne() - settings.atFloor()) * above;
    }

    private Mention mention(Match match, String text, Passage passage, Emphasis emphasis) {
        int start = passage.word(match.first()).start();
        int end = passage.word(match.last()).end();
        return new Mention(
                id(match.skill()), start, end, text.substring(start, end), match.confidence(), match.how(), emphasis);
    }

    private static Mention better(Mention a, Mention b) {
        if (a.confidence() != b.confidence()) return a.confidence() > b.confidence() ? a : b;
        return a.start() <= b.start() ? a : b;
    }

    private SkillId id(int skill) {
        return index.skills.get(skill).id();
    }
}
