package dev.rung.extract;

import dev.rung.extract.LabelIndex.Entry;
import dev.rung.extract.LabelIndex.Rank;
import dev.rung.extract.Token.Caps;
import dev.rung.skill.SkillKind;
import java.util.Arrays;

/**
 * How sure a label match is. The figures are judgement, set by reading matches in real vacancies; they order matches and keep noise below
 * {@link ExtractionSettings#minConfidence}.
 *
 * <p>Two questions decide. Is it the label as written (label .95, alternative .9, other forms of its words .8, less for words between and
 * for turned order)? And do the words mean this skill only: a name of several words nearly always does, a single word that hundreds of
 * skills share (“design”, “sales”) hardly, unless it stands where skills are listed or follows “knowledge of”.
 */
final class Confidence {
    private static final double LABEL = 0.95;
    private static final double ALTERNATIVE = 0.85;
    private static final double LABEL_WORDS = 0.8;
    private static final double ALTERNATIVE_WORDS = 0.72;
    private static final double CORE_WORDS = 0.68;
    /** A small single word is not trusted further than this without a sign that skills are spoken of. */
    private static final double UNCUED = 0.45;
    /** How much of the doubt about a single word “knowledge of” or a list takes away. */
    private static final double CUE = 0.3;
    /** What a light verb leaves behind, as a single small word. */
    private static final double CORE_ALONE = 0.62;
    /** A stray synonym; the taxonomy does not say which of a skill's many names are. */
    private static final double STRAY = 0.6;
    /** Rarity from which what a light verb leaves behind may stand by itself: one or two skills with that word. */
    private static final double RARE = 0.84;

    private final LabelIndex index;
    private final Passage passage;

    Confidence(LabelIndex index, Passage passage) {
        this.index = index;
        this.passage = passage;
    }

    Match of(Entry entry, int[] places, int between, boolean ordered, boolean sameForms) {
        boolean asWritten = sameForms && ordered && between == 0 && entry.rank() != Rank.CORE;
        How how = !asWritten ? How.WORDS : entry.rank() == Rank.LABEL ? How.LABEL : How.ALTERNATIVE;
        double base =
                switch (how) {
                    case LABEL -> LABEL;
                    case ALTERNATIVE -> ALTERNATIVE;
                    case WORDS, VECTOR -> words(entry.rank()) - 0.07 * between - (ordered ? 0 : 0.05);
                };
        double sure = places.length == 1 ? singleWord(entry, places[0], sameForms) : severalWords(entry);
        if (entry.shared() && entry.rank() != Rank.LABEL) sure *= 0.9;
        int[] sorted = places.clone();
        Arrays.sort(sorted);
        return new Match(entry.skill(), sorted, base * sure, how, asWritten && isProper(entry, sorted[0]));
    }

    private boolean isProper(Entry entry, int place) {
        return entry.caps() != Caps.NONE
                && passage.word(place).capital()
                && !passage.caseless
                && !passage.shouted(passage.content[place]);
    }

    private static double words(Rank rank) {
        return switch (rank) {
            case LABEL -> LABEL_WORDS;
            case ALTERNATIVE -> ALTERNATIVE_WORDS;
            case CORE -> CORE_WORDS;
        };
    }

    private double severalWords(Entry entry) {
        double rarity = 0;
        for (int stem : entry.stems()) rarity += index.rarity(stem);
        return 0.65 + 0.35 * Math.clamp((rarity - 0.6) / 0.6, 0, 1);
    }

    private double singleWord(Entry entry, int place, boolean sameForm) {
        if (!sameForm && !mayInflect(entry)) return 0;
        double byCase = byCase(entry, place);
        if (byCase == 0) return 0;
        if (passage.content.length == 1) return 1;
        double rarity = index.rarity(entry.stems()[0]);
        double sure = 0.2 + 0.8 * Math.clamp((rarity - 0.35) / 0.45, 0, 1);
        boolean named = passage.word(place).capital() && entry.caps() != Caps.NONE && !passage.caseless;
        if (!named) {
            boolean common = Words.COMMON.contains(passage.word(place).plain());
            if (entry.rank() != Rank.LABEL && common && !isListedAsSkill(place)) return 0;
            if (entry.rank() == Rank.CORE && rarity < RARE && !isListedAsSkill(place)) return 0;
            sure = entry.rank() == Rank.CORE ? CORE_ALONE : Math.min(sure, UNCUED);
            if (common) sure *= 0.6;
        }
        if (!entry.related()) sure *= STRAY;
        if (isCued(place)) sure += (1 - sure) * CUE;
        return sure * byCase * (sameForm ? 1 : 0.7);
    }

    /** A single word in another form is trusted only where it is something one does: “weld”, “welding”. */
    private boolean mayInflect(Entry entry) {
        SkillKind kind = index.skills.get(entry.skill()).kind();
        return entry.caps() == Caps.NONE
                && entry.rank() != Rank.CORE
                && entry.word().length() > 3
                && (kind == SkillKind.SKILL || kind == SkillKind.TRANSVERSAL);
    }

    /** 1 where the capitals fit, 0 where they say that another word is meant. */
    private double byCase(Entry entry, int place) {
        int token = passage.content[place];
        Token word = passage.tokens.get(token);
        boolean listed = passage.inList(token) || isCued(place);
        if (entry.word().length() <= 2) {
            boolean same = word.plain().equals(entry.word()) && word.caps() == entry.caps();
            if (passage.content.length == 1) return 1;
            boolean marked = entry.word().length() == 2
                    && !Character.isLetterOrDigit(entry.word().charAt(1));
            if (marked) return 1;
            return same && listed && !passage.shouted(token) && word.capital() ? 0.9 : 0;
        }
        if (entry.caps() == Caps.NONE) return 1;
        boolean ordinary = entry.isOrdinary();
        if (passage.shouted(token)) return ordinary ? (listed ? 0.5 : 0) : 0.8;
        if (word.capital()) return ordinary && passage.startsSentence(token) && !passage.isClosed(token) ? 0.4 : 1;
        if (ordinary) return passage.caseless && listed ? 0.6 : 0;
        return listed || passage.caseless ? 0.9 : 0.7;
    }

    /** Whether the word is one of a list in a sentence that says what the list is of: “Skills: communication, teamwork”. */
    private boolean isListedAsSkill(int place) {
        int token = passage.content[place];
        if (!passage.inList(token)) return false;
        for (int i = token - 1; i >= 0 && passage.sentence[i] == passage.sentence[token]; i--) {
            if (Words.CUES.contains(passage.tokens.get(i).plain())) return true;
        }
        return false;
    }

    private boolean isCued(int place) {
        int token = passage.content[place];
        if (passage.inList(token)) return true;
        for (int i = token - 1; i >= Math.max(0, token - 3); i--) {
            if (passage.sentence[i] != passage.sentence[token]) return false;
            String plain = passage.tokens.get(i).plain();
            if (Words.CUES.contains(plain)) return true;
            if (!Words.FUNCTION.contains(plain)) return false;
        }
        return false;
    }
}
