package dev.rung.encoder.training;

import dev.rung.encoder.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The texts of the training, each once, as the words they are made of. Texts are numbered in the order they were first met, and
 * so are words, so that one set of sources gives one numbering.
 */
final class Texts {
    /** What {@link #number} answers for a text that must not be trained on, or that has no word. */
    static final int NONE = -1;

    /** Descriptions are cut: their first words say what a thing is, and long ones would drown the batch. */
    static final int MAX_WORDS = 48;

    private final Set<Long> heldOut;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<int[]> wordsOfText = new ArrayList<>();

    private final Map<Long, Integer> wordNumbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<int[]> groupsOfWord = new ArrayList<>();
    private final List<Integer> textsWithWord = new ArrayList<>();
    private final int[] groupBuffer = new int[Words.mostGroups()];
    private final int groups;

    /**
     * @param heldOut keys ({@link Words#key}) of texts that must not be trained on
     * @param groups how many buckets of letter groups there are
     */
    Texts(Set<Long> heldOut, int groups) {
        this.heldOut = heldOut;
        this.groups = groups;
    }

    /** The number of a text, new or met before; {@link #NONE} if it is held out or has no word. */
    int number(String text) {
        long key = Words.key(text);
        if (key == 0 || heldOut.contains(key)) return NONE;
        Integer known = numbers.get(key);
        if (known != null) return known;
        int number = wordsOfText.size();
        numbers.put(key, number);
        wordsOfText.add(wordsOf(text));
        return number;
    }

    private int[] wordsOf(String text) {
        List<Integer> found = new ArrayList<>();
        Words scan = new Words(text);
        while (found.size() < MAX_WORDS && scan.next()) {
            Integer word = wordNumbers.get(scan.hash());
            if (word == null) {
                word = words.size();
                wordNumbers.put(scan.hash(), word);
                words.add(scan.word());
                int count = scan.groups(groups, groupBuffer);
                groupsOfWord.add(java.util.Arrays.copyOf(groupBuffer, count));
                textsWithWord.add(0);
            }
            if (!found.contains(word)) textsWithWord.set(word, textsWithWord.get(word) + 1);
            found.add(word);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    int size() {
        return wordsOfText.size();
    }

    /** The numbers of a text's words, in their order. */
    int[] words(int text) {
        return wordsOfText.get(text);
    }

    int wordCount() {
        return words.size();
    }

    String word(int word) {
        return words.get(word);
    }

    /** The buckets of a word's letter groups. */
    int[] groups(int word) {
        return groupsOfWord.get(word);
    }

    /** In how many texts a word stands. */
    int textsWith(int word) {
        return textsWithWord.get(word);
    }
}
