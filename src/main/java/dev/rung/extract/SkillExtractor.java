package dev.rung.extract;

import dev.rung.encoder.SkillEncoder;
import dev.rung.extract.Centroids.Nearest;
import dev.rung.extract.Windows.Window;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
 * <p>Labels and alternative labels come first, the longest wherever they overlap, in any inflection and nearly any order; see {@link How}. What they
 * leave is compared with the skills' vectors. Names that are ordinary words (Excel, Go) want their capitals, names of one or two
 * letters (R, IT) want to stand in a list as well.
 *
 * <p>A skill that a text says is <em>not</em> wanted or held is not mentioned by it: “no experience of baking needed”, “SQL is not required”, “I have
 * never welded”. If the same text asks for it elsewhere, that mention stands. “Preferred”, “nice to have” and the like give {@link
 * Emphasis#PREFERRED}. Both are read from English words and from the shape of sentences and lists, without parsing: a long-winded
 * sentence can fool them.
 *
 * <p>Any text has an answer. Emoji, control characters and broken surrogate pairs separate words. Scripts without spaces are compared
 * character by character, other non-Latin scripts word by word, without inflection. Time grows in proportion to length.
 *
 * <p>Immutable and safe for use by many threads. Building one for ESCO takes one to two seconds and some 60 MB with the taxonomy, so build
 * once a taxonomy.
 */
public final class SkillExtractor {
    private static final double VECTOR_CONFIDENCE_AT_ONE = 0.8;

    private final Taxonomy taxonomy;
    private final SkillEncoder encoder;
    private final ExtractionSettings settings;
    private final LabelIndex index;
    private final Centroids centroids;

    private SkillExtractor(Taxonomy taxonomy, SkillEncoder encoder, ExtractionSettings settings) {
        this.taxonomy = taxonomy;
        this.encoder = encoder;
        this.settings = settings;
        this.index = LabelIndex.of(taxonomy);
        this.centroids = Centroids.of(settings.usesVectors() ? index.skills : List.of(), encoder);
    }

    /** As {@link #of(Taxonomy, SkillEncoder, ExtractionSettings)} with {@link ExtractionSettings#CONSERVATIVE}. */
    public static SkillExtractor of(Taxonomy taxonomy, SkillEncoder encoder) {
        return of(taxonomy, encoder, ExtractionSettings.CONSERVATIVE);
    }

    /** An extractor for all skills of a taxonomy, with the floors that suit the encoder. */
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
        List<Match> labels = new LabelMatcher(index, passage, settings.minConfidence()).matches();
        List<Match> found = new ArrayList<>(new Overlaps(passage).resolved(labels, this::id));
        found.addAll(byVector(passage, scopes, found));
        Map<Integer, Mention> best = new HashMap<>();
        for (Match match : found) {
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
        Nearest nearest = centroids.nearest(encoder.encode(name), settings.nameFloor());
        if (nearest.skill() < 0) return Optional.empty();
        return Optional.of(whole(id(nearest.skill()), name, confidence(nearest, settings.nameFloor()), How.VECTOR));
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

    private List<Match> byVector(Passage passage, Scopes scopes, List<Match> found) {
        if (settings.vectorFloor() > 1) return List.of();
        boolean[] taken = new boolean[passage.content.length];
        for (Match match : found) {
            for (int position : match.positions()) taken[position] = true;
        }
        for (int i = 0; i < taken.length; i++) {
            taken[i] |= scopes.negated(passage.content[i], passage.content[i]);
        }
        List<Match> near = new ArrayList<>();
        for (Window window : Windows.of(passage, taken)) {
            int start = passage.word(window.first()).start();
            int end = passage.word(window.last()).end();
            Nearest nearest =
                    centroids.nearest(encoder.encode(passage.text.substring(start, end)), settings.vectorFloor());
            if (nearest.skill() < 0) continue;
            int[] positions =
                    IntStream.rangeClosed(window.first(), window.last()).toArray();
            near.add(new Match(nearest.skill(), positions, confidence(nearest, settings.vectorFloor()), How.VECTOR));
        }
        return nearestFirst(near, taken);
    }

    /** Of windows that overlap the nearest stays: a longer one is not a better one here. */
    private List<Match> nearestFirst(List<Match> near, boolean[] taken) {
        near.sort(Comparator.comparingDouble(Match::confidence)
                .reversed()
                .thenComparingInt(Match::first)
                .thenComparingInt(Match::words));
        List<Match> kept = new ArrayList<>();
        for (Match match : near) {
            boolean free = true;
            for (int position : match.positions()) free &= !taken[position];
            if (!free) continue;
            for (int position : match.positions()) taken[position] = true;
            kept.add(match);
        }
        return kept;
    }

    private double confidence(Nearest nearest, double floor) {
        double above = (Math.min(1, nearest.cosine()) - floor) / Math.max(1e-9, 1 - floor);
        return settings.vectorConfidence() + (VECTOR_CONFIDENCE_AT_ONE - settings.vectorConfidence()) * above;
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
