package dev.rung.match;

import static dev.rung.catalogue.Samples.credential;
import static dev.rung.catalogue.Samples.role;
import static dev.rung.catalogue.Samples.skill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.skill.Skill;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of names outlives a rebuild, as far as the records say the same. */
class LexiconsTest {
    @TempDir
    Path folder;

    private final Lexicons lexicons = new Lexicons(World.ENCODER);
    private LuceneCatalogue catalogue;

    @BeforeEach
    void fill() {
        catalogue = LuceneCatalogue.open(folder, World.ENCODER, new HoldingsReader(lexicons));
        catalogue.write(List.of(
                Change.put(Kind.SKILLS, skill("weld", "weld steel")),
                Change.put(Kind.SKILLS, skill("weld-pipes", "weld steel pipes")),
                Change.put(Kind.SKILLS, skill("bake", "bake bread")),
                Change.put(Kind.ROLES, role("welder", "welder")),
                Change.put(Kind.CREDENTIALS, credential("course", "A course", "weld"))));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private Lexicon now() {
        try (CatalogueView view = catalogue.view()) {
            return lexicons.of(view);
        }
    }

    @Test
    void aRebuildThatChangesNothingHasNothingMadeAnew() {
        Lexicon before = now();
        catalogue.reindex();
        Lexicon after = now();

        assertThat(after).isNotSameAs(before);
        assertThat(after.skills()).isSameAs(before.skills());
        assertThat(after.similarities()).isSameAs(before.similarities());
        assertThat(after.roles()).isSameAs(before.roles());
        assertThat(after.credentials()).isSameAs(before.credentials());
        assertThat(after.curricula()).isSameAs(before.curricula());
    }

    @Test
    void whatChangedIsMadeAnewAndNothingElse() {
        Lexicon before = now();
        catalogue.write(List.of(Change.put(Kind.CREDENTIALS, credential("course", "A course", "bake"))));
        catalogue.reindex();
        Lexicon after = now();

        assertThat(after.curricula()).isNotSameAs(before.curricula());
        assertThat(after.credentials()).isNotSameAs(before.credentials());
        assertThat(after.skills()).isSameAs(before.skills());
        assertThat(after.roles()).isSameAs(before.roles());
    }

    @Test
    void aSkillThatChangedMakesAllAnewThatHangsOnSkills() {
        Lexicon before = now();
        catalogue.write(List.of(Change.put(Kind.SKILLS, skill("bake", "bake bread", "baking"))));
        Lexicon after = now();

        assertThat(after.skills()).isNotSameAs(before.skills());
        assertThat(after.similarities()).isNotSameAs(before.similarities());
        assertThat(after.curricula()).isNotSameAs(before.curricula());
        assertThat(after.roles()).isSameAs(before.roles());
        assertThat(after.skills().resolve("baking")).isPresent();
    }

    @Test
    void theLiveGenerationAndTheOneBeingBuiltAreKeptSideBySide() {
        Lexicon live = now();
        try (Catalogue.Rebuild rebuild = catalogue.rebuild();
                CatalogueView view = catalogue.view()) {
            for (Kind<?> kind : Kind.ALL) rebuild.copy(kind, view);
            Lexicon next;
            try (CatalogueView preview = rebuild.preview().orElseThrow()) {
                next = lexicons.of(preview);
            }
            assertThat(now()).isSameAs(live);
            rebuild.publish();
            assertThat(now()).isSameAs(next);
        }
    }

    @Test
    void aRecommenderSharesWithTheReaderOfItsCatalogueIfBothHaveOneEncoder() {
        assertThat(Lexicons.of(catalogue, World.ENCODER)).isSameAs(lexicons);
        assertThat(Lexicons.of(catalogue, new LexicalEncoder())).isNotSameAs(lexicons);
    }

    @Test
    void neighboursFoundAllAtOnceAreThoseFoundOneByOne() {
        try (CatalogueView view = catalogue.view()) {
            Similarities together = new Similarities(World.ENCODER, view.taxonomy());
            Similarities alone = new Similarities(World.ENCODER, view.taxonomy());
            together.findAll(() -> true);

            for (Skill skill : view.taxonomy().skills()) {
                assertThat(together.of(skill.id()))
                        .isEqualTo(alone.of(skill.id()))
                        .extracting(Similarities.Neighbour::skill)
                        .startsWith(skill.id());
            }
        }
    }
}
