package dev.rung.extract;

import dev.rung.extract.Token.Caps;
import dev.rung.skill.Skill;
import dev.rung.skill.Taxonomy;
import java.util.BitSet;
import java.util.List;

/**
 * Every label and alternative label as a row of stems, found from the rarest of them.
 *
 * <p>A label is one or more {@link Entry entries}: the label itself; without a bracketed addition (“Swift (computer programming)”); without a
 * verb that adds little (“use spreadsheets”) or a vendor (“Microsoft Excel”) or “skills” at its end, where what is left belongs to one skill only. Looking for
 * an entry only where its rarest stem stands keeps the work per word of text to a few dozen comparisons, with 110,000 labels as with 5,000.
 * Immutable once built.
 */
final class LabelIndex {
    /** Which name of a skill an entry stands for, best first. */
    enum Rank {
        LABEL,
        ALTERNATIVE,
        /** A label without its light verb, vendor or “skills”. */
        CORE
    }

    /**
     * @param skill place of the skill in {@link #skills}
     * @param stems of the words that carry meaning, in order, none twice
     * @param forms the same words in the singular
     * @param caps capitals of the first word
     * @param word the first word in plain letters, which decides where it is the only one
     * @param related for a single word: whether it can be trusted to mean the skill
     * @param hasPreposition whether the label itself has one between these words
     * @param shared whether another skill has an entry of the same stems
     */
    record Entry(
            int skill,
            Rank rank,
            int[] stems,
            int[] forms,
            Caps caps,
            String word,
            boolean related,
            boolean hasPreposition,
            boolean shared) {
        int length() {
            return stems.length;
        }

        /** Whether its first word is an ordinary word but for its capitals: Excel, Go, LESS. */
        boolean isOrdinary() {
            return caps != Caps.NONE && Words.ORDINARY.contains(word);
        }
    }

    final List<Skill> skills;
    final Vocabulary vocabulary;
    private final Entry[][] byRarestStem;
    /** By stem: how few skills' labels have it, from 0 (all) to 1 (one). */
    private final float[] rarity;

    private final BitSet verbs;
    private final BitSet nameOnly;

    LabelIndex(
            List<Skill> skills,
            Vocabulary vocabulary,
            Entry[][] byRarestStem,
            float[] rarity,
            BitSet verbs,
            BitSet nameOnly) {
        this.skills = skills;
        this.vocabulary = vocabulary;
        this.byRarestStem = byRarestStem;
        this.rarity = rarity;
        this.verbs = verbs;
        this.nameOnly = nameOnly;
    }

    /** The entries whose rarest stem is this one. */
    Entry[] entries(int stem) {
        return byRarestStem[stem];
    }

    /** ln(skills / skills with the stem) / ln(skills): inverse document frequency over skills, scaled to 0–1. */
    double rarity(int stem) {
        return rarity[stem];
    }

    /** Whether labels of things one does begin with the stem often enough for it to be a verb there. */
    boolean isVerb(int stem) {
        return stem >= 0 && verbs.get(stem);
    }

    /** Whether the skill's label is an ordinary word but for its capitals, which vectors do not see: “less than a year” says nothing of LESS. */
    boolean isNameOnly(int skill) {
        return nameOnly.get(skill);
    }

    static LabelIndex of(Taxonomy taxonomy) {
        return new LabelIndexBuilder(List.copyOf(taxonomy.skills())).build();
    }
}
