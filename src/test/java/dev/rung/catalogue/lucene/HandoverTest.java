package dev.rung.catalogue.lucene;

import static dev.rung.catalogue.Samples.essential;
import static dev.rung.catalogue.Samples.job;
import static dev.rung.catalogue.Samples.skill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Samples;
import dev.rung.catalogue.Yielding;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.encoder.SkillEncoder;
import dev.rung.role.Job;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a commit and a new generation bring with them, so that whoever asks next need not wait for it; and that merges give way. */
class HandoverTest {
    private static final SkillEncoder ENCODER = new LexicalEncoder();

    @TempDir
    Path folder;

    private LuceneCatalogue open() {
        return LuceneCatalogue.open(folder, ENCODER, Samples.READER);
    }

    private static Taxonomy taxonomy(Catalogue catalogue) {
        try (CatalogueView view = catalogue.view()) {
            return view.taxonomy();
        }
    }

    @Test
    void aPreviewShowsTheNewGenerationAndTheLiveOneStaysAsItIs() {
        try (LuceneCatalogue catalogue = open()) {
            catalogue.write(List.of(Change.put(Kind.JOBS, job("old", "Old"))));
            try (Catalogue.Rebuild rebuild = catalogue.rebuild()) {
                rebuild.write(List.of(Change.put(Kind.JOBS, job("new", "New"))));
                String generation;
                try (CatalogueView preview = rebuild.preview().orElseThrow();
                        CatalogueView live = catalogue.view()) {
                    generation = preview.generation().id();
                    assertThat(preview.find(Kind.JOBS, "new")).isPresent();
                    assertThat(live.find(Kind.JOBS, "new")).isEmpty();
                    assertThat(live.find(Kind.JOBS, "old")).isPresent();
                }
                rebuild.publish();
                try (CatalogueView live = catalogue.view()) {
                    assertThat(live.generation().id()).isEqualTo(generation);
                }
            }
        }
    }

    @Test
    void generationsWithTheSameSkillsShareOneTaxonomy() {
        try (LuceneCatalogue catalogue = open()) {
            catalogue.write(List.of(Change.put(Kind.SKILLS, skill("weld", "weld"))));
            Taxonomy before = taxonomy(catalogue);
            catalogue.reindex();
            assertThat(taxonomy(catalogue)).isSameAs(before);

            catalogue.write(List.of(Change.put(Kind.SKILLS, skill("weld", "weld", "welding"))));
            catalogue.reindex();
            assertThat(taxonomy(catalogue).named("welding")).isPresent();
        }
    }

    /** An index without a catalogue around it. */
    private Index index(Common common) throws IOException {
        return Index.create("alone", folder, ENCODER.name(), common, () -> {});
    }

    private static Index.Operation put(Job job, CatalogueView unused) {
        DocumentMapping mapping = new DocumentMapping(ENCODER, Samples.READER);
        return new Index.Operation(
                Kind.JOBS, Fields.key(Kind.JOBS, job.id()), mapping.document(Kind.JOBS, job, false, unused));
    }

    private static int number(Common common, String skill) {
        return common.columns().numbers().find(Need.of(essential(skill)).term());
    }

    @Test
    void aCommitReadsTheColumnsThatSomebodyAskedForBefore(@TempDir Path other) throws IOException {
        Common common = Common.fresh();
        Index index = index(common);
        try (LuceneCatalogue catalogue = LuceneCatalogue.open(other, ENCODER, Samples.READER);
                CatalogueView view = catalogue.view()) {
            index.apply(List.of(put(job("a", "A", essential("weld")), view)));
            index.commit();
            // Nobody has asked, as during an import: nothing was read.
            assertThat(number(common, "weld")).isNegative();

            Snapshot snapshot = index.newest();
            common.columns().of(snapshot, Kind.JOBS);
            index.release(snapshot);
            assertThat(number(common, "weld")).isNotNegative();

            index.apply(List.of(put(job("b", "B", essential("bake")), view)));
            index.commit();
            assertThat(number(common, "bake")).isNotNegative();
        } finally {
            index.letGo();
        }
    }

    @Test
    void aMergeRestsWhileProcessorsAreWantedAndLosesNothing(@TempDir Path other) throws IOException {
        AtomicLong now = new AtomicLong();
        AtomicLong rested = new AtomicLong();
        Yielding yielding = new Yielding(() -> now.addAndGet(10_000_000), rested::addAndGet);
        Common common = new Common(new Analysis(), new Columns(), new AtomicReference<>(Taxonomy.EMPTY), yielding);
        Index index = index(common);
        try (LuceneCatalogue catalogue = LuceneCatalogue.open(other, ENCODER, Samples.READER);
                CatalogueView view = catalogue.view()) {
            Random random = new Random(1);
            for (int piece = 0; piece < 2; piece++) {
                List<Index.Operation> operations = new ArrayList<>();
                for (int i = 0; i < 1_000; i++) {
                    String title = Long.toString(random.nextLong(), 36) + " " + Long.toString(random.nextLong(), 36);
                    operations.add(put(job("job-" + piece + "-" + i, title), view));
                }
                index.apply(operations);
                index.commit();
            }
            yielding.to(() -> true);
            index.apply(List.of(new Index.Operation(Kind.JOBS, Fields.key(Kind.JOBS, "job-0-0"), null)));
            index.apply(List.of(new Index.Operation(Kind.JOBS, Fields.key(Kind.JOBS, "job-1-0"), null)));
            index.purge();
            Snapshot snapshot = index.newest();
            assertThat(snapshot.count(FilterQuery.of(Kind.JOBS, Filter.NONE))).isEqualTo(1_998);
            index.release(snapshot);
            assertThat(rested.get()).isPositive();
        } finally {
            index.letGo();
        }
    }
}
