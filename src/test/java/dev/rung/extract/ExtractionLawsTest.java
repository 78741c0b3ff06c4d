package dev.rung.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.skill.Skill;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text. */
class ExtractionLawsTest {
    private final SkillExtractor extractor = SkillsForTests.ofSmall();

    @Property
    void anyTextHasAnAnswerWithinItself(@ForAll String text) {
        check(text);
    }

    @Property
    void textsFullOfSkillsHaveOrderedMentionsWithinThemselves(@ForAll("skillful") String text) {
        check(text);
    }

    private void check(String text) {
        List<Mention> mentions = extractor.extract(text);
        for (Mention mention : mentions) {
            assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.text());
            assertThat(mention.confidence()).isBetween(ExtractionSettings.CONSERVATIVE.minConfidence(), 1.0);
        }
        assertThat(mentions.stream().map(Mention::skill)).doesNotHaveDuplicates();
        assertThat(mentions.stream().map(Mention::start)).isSorted();
        assertThat(extractor.extract(text)).isEqualTo(mentions);
    }

    @Property
    void aNameAloneIsFound(@ForAll("names") String name) {
        assertThat(extractor.extract(name)).as(name).isNotEmpty();
        assertThat(extractor.resolve(name)).as(name).isPresent();
    }

    @Provide
    Arbitrary<String> names() {
        List<String> names = new ArrayList<>();
        for (Skill skill : SkillsForTests.small().skills()) {
            names.add(skill.label());
            names.addAll(skill.altLabels());
        }
        return Arbitraries.of(names);
    }

    @Provide
    Arbitrary<String> skillful() {
        Arbitrary<String> glue = Arbitraries.of(
                " ",
                ", ",
                ". ",
                "\n",
                "\n\n",
                " and ",
                " not ",
                " no ",
                " preferred",
                ": ",
                "🙂",
                "-",
                " of ",
                " is required",
                "'");
        return Arbitraries.oneOf(names(), glue, Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}
