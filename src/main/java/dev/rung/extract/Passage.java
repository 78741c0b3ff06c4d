package dev.rung.extract;

import dev.rung.extract.Token.Caps;
import dev.rung.extract.Token.Gap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A text as the matcher sees it: its words, which of them carry meaning, and where sentences begin.
 *
 * <p>“Content” positions count the words that carry meaning only. A text that has none but function words (“who”) is taken to mean them.
 */
final class Passage {
    final String text;
    final List<Token> tokens;
    /** Content position to token. */
    final int[] content;
    /** Stem and singular form by content position; {@link Vocabulary#UNKNOWN} where no label has it. */
    final int[] stem;

    final int[] form;
    /** By token: the number of its sentence, and of its comma-bounded segment. */
    final int[] sentence;

    final int[] segment;
    /** Whether the text has no capital letter at all, so that small letters say nothing. */
    final boolean caseless;

    private final boolean[] shouted;

    private Passage(String text, List<Token> tokens, Vocabulary vocabulary, WordForms wordForms) {
        this.text = text;
        this.tokens = tokens;
        int n = tokens.size();
        sentence = new int[n];
        segment = new int[n];
        boolean anyCapital = false;
        for (int i = 0; i < n; i++) {
            Token token = tokens.get(i);
            anyCapital |= token.capital();
            if (i == 0) continue;
            sentence[i] = sentence[i - 1] + (token.before().compareTo(Gap.SENTENCE) >= 0 ? 1 : 0);
            segment[i] = segment[i - 1] + (token.before() == Gap.SPACE ? 0 : 1);
        }
        caseless = !anyCapital;
        shouted = shouted(tokens, sentence);
        content = contentOf();
        stem = new int[content.length];
        form = new int[content.length];
        for (int c = 0; c < content.length; c++) {
            String plain = tokens.get(content[c]).plain();
            stem[c] = vocabulary.stem(wordForms.stem(plain));
            form[c] = vocabulary.form(wordForms.singular(plain));
        }
    }

    static Passage of(String text, Vocabulary vocabulary, WordForms wordForms) {
        return new Passage(text, vocabulary.joined(Tokens.of(text)), vocabulary, wordForms);
    }

    Token word(int position) {
        return tokens.get(content[position]);
    }

    /** Whether the word's sentence is written in capitals throughout, so that capitals say nothing. */
    boolean shouted(int token) {
        return shouted[sentence[token]];
    }

    boolean startsSentence(int token) {
        return token == 0 || sentence[token] != sentence[token - 1];
    }

    /** Whether the token stands in a list: a comma, slash, bracket or line beside it, or the whole text is a few words. */
    boolean inList(int token) {
        if (tokens.size() <= 3) return true;
        boolean before = token == 0
                || tokens.get(token).before() != Gap.SPACE
                || Words.JOINS_BEFORE.contains(tokens.get(token - 1).plain());
        boolean after = token + 1 == tokens.size()
                || tokens.get(token + 1).before() != Gap.SPACE
                || Words.JOINS_AFTER.contains(tokens.get(token + 1).plain());
        return before && after;
    }

    /** Whether nothing follows a word that would make it a part of a sentence: “Excel is required”, but not “Excel in your work”. */
    boolean isClosed(int token) {
        if (token + 1 == tokens.size() || tokens.get(token + 1).before() != Gap.SPACE) return true;
        String next = tokens.get(token + 1).plain();
        return Words.JOINS_AFTER.contains(next) && !next.equals("and") && !next.equals("or");
    }

    /** Marks the words of idioms, which count as function words. */
    private static BitSet idioms(List<Token> tokens) {
        BitSet found = new BitSet();
        for (int i = 0; i < tokens.size(); i++) {
            for (List<String> idiom :
                    Words.IDIOMS_BY_FIRST_WORD.getOrDefault(tokens.get(i).plain(), List.of())) {
                int at = 1;
                while (at < idiom.size()
                        && i + at < tokens.size()
                        && tokens.get(i + at).before() == Gap.SPACE
                        && tokens.get(i + at).plain().equals(idiom.get(at))) at++;
                if (at == idiom.size()) found.set(i, i + at);
            }
        }
        return found;
    }

    private int[] contentOf() {
        int[] found = new int[tokens.size()];
        BitSet idioms = idioms(tokens);
        int n = 0;
        for (int i = 0; i < found.length; i++) {
            if (!idioms.get(i) && !isFunction(i)) found[n++] = i;
        }
        if (n > 0) return Arrays.copyOf(found, n);
        for (int i = 0; i < found.length; i++) found[i] = i;
        return found;
    }

    /** “it” is a function word, “IT” is not, unless everything around it is in capitals too. */
    private boolean isFunction(int token) {
        Token word = tokens.get(token);
        if (!Words.FUNCTION.contains(word.plain())) return false;
        boolean acronym =
                word.caps() == Caps.ALL && word.plain().length() > 1 && (!shouted(token) || tokens.size() == 1);
        return !acronym;
    }

    private static boolean[] shouted(List<Token> tokens, int[] sentence) {
        if (tokens.isEmpty()) return new boolean[0];
        int sentences = sentence[sentence.length - 1] + 1;
        int[] capitals = new int[sentences];
        int[] letters = new int[sentences];
        for (int i = 0; i < sentence.length; i++) {
            Token token = tokens.get(i);
            if (token.plain().length() < 2) continue;
            letters[sentence[i]]++;
            if (token.caps() == Caps.ALL) capitals[sentence[i]]++;
        }
        boolean[] shouted = new boolean[sentences];
        for (int s = 0; s < sentences; s++) {
            shouted[s] = letters[s] > 3 && capitals[s] * 10 > letters[s] * 8;
        }
        return shouted;
    }
}
