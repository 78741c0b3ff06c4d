package dev.rung.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Café-Manager, C++ & SQL     | cafe manager c++ sql
            MAÎTRE D’HÔTEL              | maitre d hotel
            C# / .NET (m/w/d)           | c# net m w d
            +1 # 24/7 k8s               | 1 24 7 k8s
            Zürich №5 ﬁne               | zurich no5 fine
            менеджер по продажам        | менеджер по продажам
            営業 マネージャー                | 営業 マネーシャー
            """)
    void wordsInNormalForm(String text, String words) {
        assertThat(String.join(" ", words(text))).isEqualTo(words);
    }

    @Test
    void nothingToRead() {
        assertThat(words("")).isEmpty();
        assertThat(words(" \u0000\u0007\t\n\u200b – … !!! 🎉👩‍🍳")).isEmpty();
        assertThat(words("\ud83d")).as("half a surrogate pair").isEmpty();
        assertThat(Words.key("— ?")).isZero();
    }

    @Test
    void longTextsAndWordsAreCut() {
        assertThat(words("word ".repeat(1_000_000))).hasSize(Words.MAX_CHARACTERS / 5);
        assertThat(words("x".repeat(10_000)).get(0)).hasSize(Words.MAX_WORD);
    }

    @ParameterizedTest
    @CsvSource({"skills,skill", "Chief Executives,chief executive", "policies,policy", "databases,database"})
    void pluralsShareTheirHash(String plural, String singular) {
        assertThat(hashes(plural)).isEqualTo(hashes(singular));
        assertThat(Words.key(plural)).as("but the texts stay apart").isNotEqualTo(Words.key(singular));
    }

    @ParameterizedTest
    @CsvSource({"business,busines", "css,cs", "status,statu", "aws,aw"})
    void notEveryFinalSIsAPlural(String word, String cut) {
        if (word.length() == 3 || word.endsWith("ss") || word.endsWith("us")) {
            assertThat(hashes(word)).isNotEqualTo(hashes(cut));
        }
    }

    @Test
    void groupsKnowTheEdgesOfTheWord() {
        Words words = new Words("abc");
        words.next();
        int[] groups = new int[Words.mostGroups()];
        // <ab abc bc> <abc abc> <abc>
        assertThat(words.groups(1_000_003, groups)).isEqualTo(6);
        Words longest = new Words("x".repeat(100));
        longest.next();
        assertThat(longest.groups(7, groups)).isLessThanOrEqualTo(Words.mostGroups());
    }

    @Property
    void anyTextIsReadAndCaseDoesNotMatter(@ForAll String text) {
        assertThat(words(text)).allSatisfy(word -> assertThat(word).isNotEmpty().doesNotContain(" "));
        String ascii = text.replaceAll("[^ -~]", " ");
        assertThat(words(ascii.toUpperCase(java.util.Locale.ROOT))).isEqualTo(words(ascii));
    }

    @Property
    void readingTheWordsAgainChangesNothing(@ForAll String text) {
        List<String> once = words(text);
        assertThat(words(String.join(" ", once))).isEqualTo(once);
    }

    private static List<String> words(String text) {
        List<String> found = new ArrayList<>();
        Words words = new Words(text);
        while (words.next()) found.add(words.word());
        return found;
    }

    private static List<Long> hashes(String text) {
        List<Long> found = new ArrayList<>();
        Words words = new Words(text);
        while (words.next()) found.add(words.hash());
        return found;
    }
}
