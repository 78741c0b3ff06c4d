package dev.rung.extract;

import dev.rung.extract.Token.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of all labels, as numbers, and how words that are written together or apart are joined: where labels know “healthcare”, “health
 * care” and “health-care” become that one word, in labels and texts alike. Immutable once built.
 */
final class Vocabulary {
    /** The number of a word that no label has. */
    static final int UNKNOWN = -1;

    private static final int SHORTEST_PART = 3;

    private final Map<String, Integer> stems = new HashMap<>();
    private final Map<String, Integer> forms = new HashMap<>();
    private String[] formNames = {};
    private final Set<String> written = new HashSet<>();
    private final Set<String> pairs = new HashSet<>();

    private Vocabulary() {}

    static Vocabulary of(List<List<Token>> labels, WordForms wordForms) {
        Vocabulary vocabulary = new Vocabulary();
        for (List<Token> label : labels) {
            for (Token token : label) vocabulary.written.add(token.plain());
        }
        for (List<Token> label : labels) {
            for (int i = 1; i < label.size(); i++) {
                String a = label.get(i - 1).plain();
                String b = label.get(i).plain();
                if (a.length() >= SHORTEST_PART && b.length() >= SHORTEST_PART && vocabulary.written.contains(a + b)) {
                    vocabulary.pairs.add(a + ' ' + b);
                }
            }
        }
        for (List<Token> label : labels) {
            for (Token token : vocabulary.joined(label)) {
                vocabulary.stems.putIfAbsent(wordForms.stem(token.plain()), vocabulary.stems.size());
                vocabulary.forms.putIfAbsent(wordForms.singular(token.plain()), vocabulary.forms.size());
            }
        }
        vocabulary.formNames = new String[vocabulary.forms.size()];
        vocabulary.forms.forEach((word, number) -> vocabulary.formNames[number] = word);
        return vocabulary;
    }

    int stems() {
        return stems.size();
    }

    int stem(String stem) {
        return stems.getOrDefault(stem, UNKNOWN);
    }

    int form(String singular) {
        return forms.getOrDefault(singular, UNKNOWN);
    }

    /** The word behind a form's number. */
    String form(int number) {
        return formNames[number];
    }

    /** The same words with compounds written as one. */
    List<Token> joined(List<Token> tokens) {
        List<Token> joined = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            if (next != null && next.before() == Gap.SPACE && isCompound(token, next)) {
                joined.add(new Token(
                        token.start(),
                        next.end(),
                        token.plain() + next.plain(),
                        token.caps(),
                        token.before(),
                        token.hyphenated()));
                i++;
            } else {
                joined.add(token);
            }
        }
        return joined;
    }

    private boolean isCompound(Token a, Token b) {
        if (b.hyphenated() && written.contains(a.plain() + b.plain())) return true;
        return a.plain().length() >= SHORTEST_PART
                && b.plain().length() >= SHORTEST_PART
                && pairs.contains(a.plain() + ' ' + b.plain());
    }
}
