package dev.rung.catalogue.lucene;

import static dev.rung.catalogue.Samples.candidate;
import static dev.rung.catalogue.Samples.job;
import static dev.rung.catalogue.Samples.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Generation;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Page;
import dev.rung.catalogue.Samples;
import dev.rung.catalogue.Search;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.encoder.SkillEncoder;
import dev.rung.role.Job;
import dev.rung.skill.Skill;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays in the folder, and what does not. */
class FolderTest {
    private static final SkillEncoder ENCODER = new LexicalEncoder();

    /** The same vectors under another name: what matters is the name. */
    private static final SkillEncoder OTHER = new SkillEncoder() {
        @Override
        public String name() {
            return "other-2";
        }

        @Override
        public int dimensions() {
            return ENCODER.dimensions();
        }

        @Override
        public float[] encode(String text) {
            return ENCODER.encode(text);
        }
    };

    @TempDir
    Path folder;

    private LuceneCatalogue open() {
        return LuceneCatalogue.open(folder, ENCODER, Samples.READER);
    }

    private List<String> generations() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("generations"))) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static String live(Catalogue catalogue) {
        try (CatalogueView view = catalogue.view()) {
            return view.generation().id();
        }
    }

    @Test
    void aRestartChangesNothing() {
        Generation before;
        Page<Job> found;
        try (LuceneCatalogue catalogue = open()) {
            for (int i = 0; i < 30; i++) {
                catalogue.write(new Samples(i).changes(50));
            }
            try (CatalogueView view = catalogue.view()) {
                before = view.generation();
                found = view.search(Kind.JOBS, Search.text("baking bread data", 1_000));
            }
        }
        try (LuceneCatalogue catalogue = open();
                CatalogueView view = catalogue.view()) {
            assertThat(view.generation()).isEqualTo(before);
            assertThat(view.version(Kind.JOBS)).isPositive();
            assertThat(view.search(Kind.JOBS, Search.text("baking bread data", 1_000)))
                    .isEqualTo(found);
        }
    }

    @Test
    void aFolderIsOpenOnce() {
        try (LuceneCatalogue first = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(folder.toAbsolutePath().toString())
                    .hasMessageContaining("in use by another process");
            first.write(List.of(Change.put(Kind.JOBS, job("a", "A"))));
        }
        open().close();
    }

    @Test
    void whatWasNotFinishedIsClearedAway() throws IOException {
        open().close();
        List<String> before = generations();
        Files.createDirectories(folder.resolve("generations/20260101-000000-abcdef"));
        Files.writeString(folder.resolve("generations/20260101-000000-abcdef/_0.cfs"), "half a file");
        Files.writeString(folder.resolve("live.next"), "20260101-000000-abcdef\n");
        open().close();
        assertThat(generations()).isEqualTo(before);
    }

    @Test
    void dataIsNotThrownAwayBecauseItsNameIsMissing() throws IOException {
        String id;
        try (LuceneCatalogue catalogue = open()) {
            catalogue.write(List.of(Change.put(Kind.JOBS, job("a", "A"))));
            id = live(catalogue);
        }
        Files.delete(folder.resolve("live"));
        assertThatThrownBy(this::open).hasMessageContaining(id).hasMessageContaining("live is missing");
        Files.writeString(folder.resolve("live"), "somewhere-else");
        assertThatThrownBy(this::open).hasMessageContaining("somewhere-else");
        Files.writeString(folder.resolve("live"), id);
        try (LuceneCatalogue catalogue = open();
                CatalogueView view = catalogue.view()) {
            assertThat(view.find(Kind.JOBS, "a")).isPresent();
        }
    }

    @Test
    void anOldGenerationGoesWithItsLastView() throws IOException {
        try (LuceneCatalogue catalogue = open()) {
            String old = live(catalogue);
            try (CatalogueView view = catalogue.view()) {
                catalogue.reindex();
                assertThat(generations()).containsExactlyInAnyOrder(old, live(catalogue));
                assertThat(view.count(Kind.JOBS, Filter.NONE)).isZero();
            }
            assertThat(generations()).containsExactly(live(catalogue));
        }
    }

    @Test
    void aDiscardedRebuildLeavesNoFiles() throws IOException {
        try (LuceneCatalogue catalogue = open()) {
            try (Catalogue.Rebuild rebuild = catalogue.rebuild()) {
                rebuild.write(List.of(Change.put(Kind.JOBS, job("a", "A"))));
                assertThat(generations()).hasSize(2);
            }
            assertThat(generations()).containsExactly(live(catalogue));
        }
    }

    /** An index of before there were facts about evidence, which is to say with a note that does not speak of facts. */
    @Test
    void peopleIndexedByAnOlderVersionMakeTheCatalogueOutdated() throws IOException {
        try (LuceneCatalogue catalogue = open()) {
            catalogue.write(List.of(Change.put(Kind.SKILLS, skill("bake", "bake pastries"))));
        }
        forgetFacts();
        try (LuceneCatalogue catalogue = open()) {
            assertThat(catalogue.isOutdated()).isFalse();
            catalogue.write(List.of(Change.put(Kind.CANDIDATES, candidate("c"))));
            assertThat(catalogue.isOutdated()).isTrue();
            catalogue.reindex();
            assertThat(catalogue.isOutdated()).isFalse();
        }
        try (LuceneCatalogue catalogue = open()) {
            assertThat(catalogue.isOutdated()).isFalse();
        }
    }

    private void forgetFacts() throws IOException {
        String live = Files.readString(folder.resolve("live")).strip();
        try (var directory = FSDirectory.open(folder.resolve("generations").resolve(live));
                var writer = new IndexWriter(
                        directory,
                        new IndexWriterConfig()
                                .setOpenMode(IndexWriterConfig.OpenMode.APPEND)
                                .setCodec(new VectorCodec()))) {
            Map<String, String> note =
                    new HashMap<>(SegmentInfos.readLatestCommit(directory).getUserData());
            note.remove("facts");
            writer.setLiveCommitData(note.entrySet());
            writer.commit();
        }
    }

    @Test
    void vectorsOfAnotherModelAreNotUsed() {
        try (LuceneCatalogue catalogue = open()) {
            catalogue.write(List.of(
                    Change.put(Kind.SKILLS, skill("bake", "bake pastries")),
                    Change.put(Kind.CANDIDATES, candidate("c"))));
            assertThat(catalogue.isOutdated()).isFalse();
        }
        float[] vector = ENCODER.encode("bake pastries");
        try (LuceneCatalogue catalogue = LuceneCatalogue.open(folder, OTHER, Samples.READER)) {
            assertThat(catalogue.isOutdated()).isTrue();
            catalogue.write(List.of(Change.put(Kind.SKILLS, skill("weld", "weld steel"))));
            try (CatalogueView view = catalogue.view()) {
                assertThat(view.generation().model()).isEqualTo("lexical-1");
                assertThat(view.nearest(Kind.SKILLS, vector, Filter.NONE, 5)).isEmpty();
                assertThat(view.search(Kind.SKILLS, Search.text("pastries", 5)).total())
                        .isEqualTo(1);
            }
            catalogue.reindex();
            assertThat(catalogue.isOutdated()).isFalse();
            try (CatalogueView view = catalogue.view()) {
                assertThat(view.generation().model()).isEqualTo("other-2");
                assertThat(view.nearest(Kind.SKILLS, vector, Filter.NONE, 5))
                        .extracting(r -> r.id())
                        .startsWith("bake");
                assertThat(view.taxonomy().size()).isEqualTo(2);
                assertThat(view.find(Kind.CANDIDATES, "c")).isPresent();
            }
        }
    }

    @Test
    void pagesDoNotShiftWhileTheCatalogueChanges() {
        try (LuceneCatalogue catalogue = open()) {
            for (int i = 0; i < 20; i++) {
                catalogue.write(List.of(Change.put(Kind.SKILLS, skill("s" + i, "bake bread " + i))));
            }
            List<Skill> whole;
            try (CatalogueView view = catalogue.view()) {
                whole = view.search(Kind.SKILLS, Search.text("bake bread", 100)).items();
            }
            List<Skill> paged = new ArrayList<>();
            Search search = Search.text("bake bread", 7);
            Search next = search;
            for (int page = 0; page < 3; page++) {
                try (CatalogueView view = catalogue.view()) {
                    Page<Skill> found = view.search(Kind.SKILLS, next);
                    paged.addAll(found.items());
                    if (found.next().isPresent())
                        next = search.after(found.next().get());
                }
                catalogue.write(List.of(
                        Change.put(Kind.SKILLS, skill("new" + page, "bake bread")),
                        Change.remove(Kind.SKILLS, "s" + page)));
            }
            assertThat(paged).isEqualTo(whole);
        }
    }

    @Test
    void aCursorEndsWithItsGeneration() {
        try (LuceneCatalogue catalogue = open()) {
            for (int i = 0; i < 5; i++) {
                catalogue.write(List.of(Change.put(Kind.SKILLS, skill("s" + i, "bake bread"))));
            }
            Search search = Search.text("bake", 2);
            String cursor;
            try (CatalogueView view = catalogue.view()) {
                cursor = view.search(Kind.SKILLS, search).next().orElseThrow();
            }
            catalogue.reindex();
            try (CatalogueView view = catalogue.view()) {
                assertThatThrownBy(() -> view.search(Kind.SKILLS, search.after(cursor)))
                        .hasMessageContaining("rebuilt");
            }
        }
    }

    @Test
    void nothingIsDoneAfterTheEnd() {
        LuceneCatalogue catalogue = open();
        CatalogueView view = catalogue.view();
        view.close();
        view.close();
        catalogue.close();
        catalogue.close();
        assertThatThrownBy(() -> view.count(Kind.JOBS, Filter.NONE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(catalogue::view).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> catalogue.write(List.of(Change.remove(Kind.JOBS, "a"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFailingCandidateReaderLeavesNothingBehind() {
        try (LuceneCatalogue catalogue = LuceneCatalogue.open(folder, ENCODER, (candidate, view) -> {
            if (candidate.id().equals("bad")) throw new IllegalArgumentException("unreadable");
            return Map.of();
        })) {
            assertThatThrownBy(() -> catalogue.write(List.of(
                            Change.put(Kind.CANDIDATES, candidate("good")),
                            Change.put(Kind.CANDIDATES, candidate("bad")))))
                    .hasMessage("unreadable");
            catalogue.write(List.of(Change.put(Kind.JOBS, job("a", "A"))));
            try (CatalogueView view = catalogue.view()) {
                assertThat(view.count(Kind.CANDIDATES, Filter.NONE)).isZero();
            }
        }
    }
}
