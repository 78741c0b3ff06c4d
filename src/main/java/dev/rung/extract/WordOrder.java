package dev.rung.extract;

import dev.rung.extract.LabelIndex.Entry;
import dev.rung.extract.Token.Gap;
import java.util.List;

/**
 * Whether a label's words still mean the label when they stand apart or the other way round.
 *
 * <p>There is no parser here. What decides is which words the taxonomy itself uses as verbs ({@link LabelIndex#isVerb}), the endings of English
 * nouns of doing, and prepositions.
 */
final class WordOrder {
    private static final List<String> NOUN_ENDINGS =
            List.of("ion", "ment", "sis", "ytics", "ance", "ence", "oval", "osal", "aisal", "ery", "ship");

    private final LabelIndex index;
    private final Passage passage;

    WordOrder(LabelIndex index, Passage passage) {
        this.index = index;
        this.passage = passage;
    }

    /**
     * Whether other words may stand between a label's words that are in order. A verb and its object stay together over an attribute (“analyse
     * customer data”); two nouns do not (“computer vision and machine” is no computer machine), nor does a noun of doing over “of” (“evaluation
     * of warfare systems” is no evaluation system).
     */
    boolean mayGap(Entry entry, int first, int last, int between) {
        if (between == 0 && (passage.content[last] - passage.content[first] == last - first || entry.length() > 2))
            return true;
        boolean preposition = isPreposition(passage.content[first] + 1);
        if (preposition
                && !entry.hasPreposition()
                && between > 0
                && isNounOnly(passage.word(first).plain())) return false;
        return between == 0 || index.isVerb(passage.stem[first]);
    }

    /**
     * Whether words may stand the other way round. “System information” is not “information system”: the order of two nouns turns only
     * around a preposition (“analysis of data”), and before nothing that would make the noun a mere attribute (“knowledge of professional
     * nursing” is not professional knowledge). Otherwise one of them must be a verb here and a noun there: “bake pastries”, “pastry baking”.
     * Three words and more say by themselves what they mean together.
     */
    boolean mayTurn(Entry entry, int[] places, boolean sameForms) {
        if (places.length > 2) return true;
        int first = Math.min(places[0], places[1]);
        int last = Math.max(places[0], places[1]);
        if (isPreposition(passage.content[first] + 1)) return endsPhrase(last);
        if (sameForms) return false;
        for (int i = 0; i < 2; i++) {
            if (passage.form[places[i]] == entry.forms()[i]) continue;
            if (!index.isVerb(entry.stems()[i])) return false;
            String here = passage.word(places[i]).plain();
            String there = index.vocabulary.form(entry.forms()[i]);
            // The verb comes before its object, the noun of doing after it.
            boolean leads = places[i] == first;
            if (!isDoing(leads ? there : here) || isNounOnly(leads ? here : there)) return false;
        }
        return true;
    }

    private boolean isPreposition(int token) {
        return token < passage.tokens.size()
                && Words.PREPOSITIONS.contains(passage.tokens.get(token).plain());
    }

    private boolean endsPhrase(int position) {
        int next = passage.content[position] + 1;
        return position + 1 == passage.content.length
                || passage.content[position + 1] != next
                || passage.tokens.get(next).before() != Gap.SPACE;
    }

    private static boolean isDoing(String word) {
        return word.endsWith("ing") || isNounOnly(word);
    }

    private static boolean isNounOnly(String word) {
        String one = word.endsWith("s") && !word.endsWith("sis") ? word.substring(0, word.length() - 1) : word;
        for (String ending : NOUN_ENDINGS) {
            if (one.endsWith(ending)) return true;
        }
        return false;
    }
}
