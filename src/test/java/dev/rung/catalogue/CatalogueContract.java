package dev.rung.catalogue;

import static dev.rung.catalogue.Samples.candidate;
import static dev.rung.catalogue.Samples.credential;
import static dev.rung.catalogue.Samples.essential;
import static dev.rung.catalogue.Samples.held;
import static dev.rung.catalogue.Samples.job;
import static dev.rung.catalogue.Samples.need;
import static dev.rung.catalogue.Samples.optional;
import static dev.rung.catalogue.Samples.role;
import static dev.rung.catalogue.Samples.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.encoder.LexicalEncoder;
import dev.rung.encoder.SkillEncoder;
import dev.rung.person.EvidenceKind;
import dev.rung.role.Job;
import dev.rung.role.Place;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Catalogue} does, whatever it is built on. */
public abstract class CatalogueContract {
    protected static final SkillEncoder ENCODER = new LexicalEncoder();

    protected Catalogue catalogue;

    /** An empty catalogue. */
    protected abstract Catalogue open();

    @BeforeEach
    void openCatalogue() {
        catalogue = open();
    }

    @AfterEach
    void closeCatalogue() {
        catalogue.close();
    }

    private <T> void put(Kind<T> kind, T record) {
        catalogue.write(List.of(Change.put(kind, record)));
    }

    private void putJobs(Job... jobs) {
        catalogue.write(
                List.of(jobs).stream().map(j -> Change.put(Kind.JOBS, j)).toList());
    }

    @Test
    void recordsComeBackAsTheyWereWritten() {
        List<Change> changes = new Samples(1).changes(300);
        catalogue.write(changes);
        try (CatalogueView view = catalogue.view()) {
            for (Change change : changes.reversed().subList(0, 20)) {
                if (change instanceof Change.Put<?> put && isLast(put, changes)) {
                    assertThat(view.find(put.kind(), put.id())).hasValue(cast(put.record()));
                }
            }
        }
    }

    private static boolean isLast(Change.Put<?> put, List<Change> changes) {
        return changes.stream()
                        .filter(c -> c instanceof Change.Put<?> p && p.kind() == put.kind() && p.id().equals(put.id())
                                || c instanceof Change.Remove r && r.kind() == put.kind() && r.id().equals(put.id()))
                        .reduce((a, b) -> b)
                        .orElseThrow()
                == put;
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object record) {
        return (T) record;
    }

    @Test
    void anIdIsThereOnceHoweverOftenItIsWritten() {
        putJobs(job("a", "first"), job("a", "second"));
        putJobs(job("a", "third"));
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.count(Kind.JOBS, Filter.NONE)).isEqualTo(1);
            assertThat(view.find(Kind.JOBS, "a")).map(Job::title).hasValue("third");
        }
    }

    @Test
    void kindsDoNotShareIds() {
        put(Kind.JOBS, job("a", "a job"));
        put(Kind.ROLES, role("a", "a role"));
        catalogue.write(List.of(Change.remove(Kind.JOBS, "a")));
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.find(Kind.JOBS, "a")).isEmpty();
            assertThat(view.find(Kind.ROLES, "a")).isPresent();
        }
    }

    @Test
    void removingWhatIsNotThereDoesNothing() {
        catalogue.write(List.of(Change.remove(Kind.SKILLS, "nothing")));
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.count(Kind.SKILLS, Filter.NONE)).isZero();
        }
    }

    @Test
    void recordsAreFoundInTheOrderAsked() {
        putJobs(job("a", "A"), job("b", "B"), job("c", "C"));
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.find(Kind.JOBS, List.of("c", "nothing", "a", "c")))
                    .extracting(Job::id)
                    .containsExactly("c", "a", "c");
        }
    }

    @Test
    void everyRecordIsHandedOutById() {
        // U+E000 comes before U+1F600 by code point and after it by UTF-16 unit.
        putJobs(job("b", "B"), job("a\uE000", "A"), job("a\uD83D\uDE00", "A"), job("a", "A"));
        putJobs(job("0", "zero"));
        List<String> ids = new ArrayList<>();
        try (CatalogueView view = catalogue.view()) {
            view.each(Kind.JOBS, j -> ids.add(j.id()));
        }
        assertThat(ids).containsExactly("0", "a", "a\uE000", "a\uD83D\uDE00", "b");
    }

    @Test
    void aViewDoesNotChange() {
        putJobs(job("a", "before"));
        try (CatalogueView before = catalogue.view()) {
            putJobs(job("a", "after"), job("b", "new"));
            assertThat(before.find(Kind.JOBS, "a")).map(Job::title).hasValue("before");
            assertThat(before.count(Kind.JOBS, Filter.NONE)).isEqualTo(1);
            try (CatalogueView after = catalogue.view()) {
                assertThat(after.find(Kind.JOBS, "a")).map(Job::title).hasValue("after");
                assertThat(after.generation().sequence())
                        .isGreaterThan(before.generation().sequence());
                assertThat(after.generation().id())
                        .isEqualTo(before.generation().id());
            }
        }
    }

    @Test
    void theVersionOfAKindIsThatOfItsLastWrite() {
        put(Kind.SKILLS, skill("bake", "bake bread"));
        long skills;
        try (CatalogueView view = catalogue.view()) {
            skills = view.generation().sequence();
            assertThat(view.version(Kind.SKILLS)).isEqualTo(skills);
            assertThat(view.version(Kind.JOBS)).isZero();
        }
        putJobs(job("a", "A"));
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.version(Kind.SKILLS)).isEqualTo(skills);
            assertThat(view.version(Kind.JOBS))
                    .isEqualTo(view.generation().sequence())
                    .isGreaterThan(skills);
        }
    }

    @Test
    void theTaxonomyFollowsTheSkills() {
        put(Kind.SKILLS, skill("bake", "bake bread", "baking"));
        try (CatalogueView before = catalogue.view()) {
            assertThat(before.taxonomy().named("Baking")).hasValue(new SkillId("bake"));
            put(Kind.SKILLS, skill("weld", "weld steel"));
            put(Kind.JOBS, job("a", "A"));
            catalogue.write(List.of(Change.remove(Kind.SKILLS, "bake")));
            assertThat(before.taxonomy().size()).isEqualTo(1);
        }
        try (CatalogueView after = catalogue.view()) {
            assertThat(after.taxonomy().skills()).extracting(Skill::label).containsExactly("weld steel");
        }
    }

    @Test
    void allPagesTogetherAreEverythingById() {
        putJobs(IntStream.range(0, 57).mapToObj(i -> job("j" + i, "J")).toArray(Job[]::new));
        List<String> ids = new ArrayList<>();
        try (CatalogueView view = catalogue.view()) {
            Search search = Search.everything(10);
            Page<Job> page = view.search(Kind.JOBS, search);
            page.items().forEach(j -> ids.add(j.id()));
            while (page.next().isPresent()) {
                page = view.search(Kind.JOBS, search.after(page.next().get()));
                page.items().forEach(j -> ids.add(j.id()));
            }
            assertThat(page.total()).isEqualTo(57);
        }
        assertThat(ids).hasSize(57).doesNotHaveDuplicates().isSortedAccordingTo(BruteForceCatalogue.BY_CODE_POINT);
    }

    @Test
    void aLastPageThatIsJustFullHasNoNext() {
        putJobs(job("a", "A"), job("b", "B"));
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.search(Kind.JOBS, Search.everything(2)).next()).isEmpty();
            assertThat(view.search(Kind.ROLES, Search.everything(2)))
                    .isEqualTo(new Page<>(List.of(), Optional.empty(), 0));
        }
    }

    @Test
    void wordsAreFoundInTitlesOtherTitlesAndDescriptions() {
        put(Kind.SKILLS, skill("bake", "bake pastries", "patisserie"));
        put(Kind.SKILLS, skill("weld", "weld steel"));
        try (CatalogueView view = catalogue.view()) {
            assertThat(found(view, "pastries")).containsExactly("bake");
            assertThat(found(view, "PATISSERIE")).containsExactly("bake");
            assertThat(found(view, "steel")).containsExactly("weld");
            assertThat(found(view, "zzz")).isEmpty();
        }
    }

    @Test
    void theLastWordMayBeJustBegun() {
        put(Kind.SKILLS, skill("bake", "bake pastries", "patisserie"));
        put(Kind.SKILLS, skill("weld", "weld steel"));
        try (CatalogueView view = catalogue.view()) {
            assertThat(found(view, "past")).containsExactly("bake");
            assertThat(found(view, "bake pas")).containsExactly("bake");
            assertThat(found(view, "Pâti")).containsExactly("bake");
            assertThat(found(view, "st")).containsExactly("weld");
            assertThat(found(view, "astries")).isEmpty();
        }
    }

    private static List<String> found(CatalogueView view, String text) {
        return view.search(Kind.SKILLS, Search.text(text, 10)).items().stream()
                .map(s -> s.id().value())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title:",
                "AND",
                "(",
                "\"",
                "a* OR [b TO c]",
                "/.*/",
                "~",
                "\\",
                "!",
                "\u0000",
                "\uD83D\uDE00",
                "\uD800",
                "!!!"
            })
    void anyTextIsJustWords(String text) {
        put(Kind.SKILLS, skill("bake", "bake pastries"));
        try (CatalogueView view = catalogue.view()) {
            Page<Skill> page = view.search(Kind.SKILLS, Search.text(text, 10));
            assertThat(page.items()).isEmpty();
        }
    }

    @Test
    void aVeryLongTextIsSearchedToo() {
        put(Kind.SKILLS, skill("bake", "bake pastries"));
        StringBuilder text = new StringBuilder("pastries");
        for (int i = 0; text.length() < 150_000; i++) {
            text.append(" word").append(i);
        }
        try (CatalogueView view = catalogue.view()) {
            assertThat(found(view, text.toString())).containsExactly("bake");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 1_000})
    void theSizeOfPagesDoesNotChangeTheOrder(int size) {
        for (int i = 0; i < 40; i++) {
            put(Kind.SKILLS, skill("s" + i, i % 3 == 0 ? "bake bread" : "bake pastries", "number " + i));
        }
        try (CatalogueView view = catalogue.view()) {
            List<Skill> whole =
                    view.search(Kind.SKILLS, Search.text("bake bread", 1_000)).items();
            List<Skill> paged = new ArrayList<>();
            Search search = Search.text("bake bread", size);
            Page<Skill> page = view.search(Kind.SKILLS, search);
            paged.addAll(page.items());
            while (page.next().isPresent()) {
                page = view.search(Kind.SKILLS, search.after(page.next().get()));
                paged.addAll(page.items());
            }
            assertThat(paged).isEqualTo(whole).hasSize(40);
            assertThat(page.total()).isEqualTo(40);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "aWQgMCBh", "\u0000", "cmFuayAwIGcgMSAx"})
    void aCursorFromElsewhereIsRefused(String cursor) {
        try (CatalogueView view = catalogue.view()) {
            assertThatThrownBy(
                            () -> view.search(Kind.JOBS, Search.everything(10).after(cursor)))
                    .isInstanceOf(CursorExpired.class);
            assertThatThrownBy(
                            () -> view.search(Kind.JOBS, Search.text("bake", 10).after(cursor)))
                    .isInstanceOf(CursorExpired.class);
        }
    }

    @Test
    void filtersAskForFacts() {
        Job here = new Job(
                "here",
                "A",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new Place(Optional.of("DE"), Optional.of("DE-BY"), Optional.empty()),
                false,
                Optional.of("de"),
                Optional.empty(),
                false);
        putJobs(here, job("nowhere", "B"));
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.count(Kind.JOBS, Filter.in("within", "DE"))).isEqualTo(1);
            assertThat(view.count(Kind.JOBS, Filter.in("within", "de"))).isZero();
            assertThat(view.count(Kind.JOBS, new Filter.Unknown("country"))).isEqualTo(1);
            assertThat(view.count(Kind.JOBS, Filter.any())).isZero();
            assertThat(view.count(Kind.JOBS, Filter.all(List.of()))).isEqualTo(2);
            assertThat(view.search(Kind.JOBS, Search.everything(5).within(Filter.in("country", "DE")))
                            .items())
                    .containsExactly(here);
        }
    }

    @Test
    void facetsCountTheMostFrequentWords() {
        putJobs(
                job("1", "A", essential("bake"), optional("weld")),
                job("2", "B", essential("bake")),
                job("3", "C", essential("nurse")));
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.facet(Kind.JOBS, "skill", Filter.NONE, 2)).isEqualTo(Map.of("bake", 2L, "nurse", 1L));
            assertThat(view.facet(Kind.JOBS, "skill", Filter.in("skill", "weld"), 9))
                    .isEqualTo(Map.of("bake", 1L, "weld", 1L));
            assertThat(view.facet(Kind.JOBS, "nothing", Filter.NONE, 9)).isEmpty();
        }
    }

    @Test
    void wordsOfAnyLengthCanBeFiltered() {
        String name = "Example & Sons ".repeat(5_000).strip();
        Job job = new Job(
                "a",
                "A",
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                List.of(),
                Place.UNKNOWN,
                false,
                Optional.empty(),
                Optional.empty(),
                false);
        putJobs(job);
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.count(Kind.JOBS, Filter.in("organisation", name))).isEqualTo(1);
            assertThat(view.count(Kind.JOBS, Filter.in("organisation", name + "!")))
                    .isZero();
        }
    }

    @Test
    void rolesAreRankedByTheShareOfTheirWeightsThatIsAnswered() {
        put(Kind.ROLES, role("baker", "baker", essential("bake"), optional("sell")));
        put(Kind.ROLES, role("clerk", "clerk", essential("sell"), essential("file")));
        put(Kind.ROLES, role("nurse", "nurse", essential("nurse")));
        try (CatalogueView view = catalogue.view()) {
            List<Ranked> ranked =
                    view.rankByAnswers(Kind.ROLES, Map.of(need("bake"), 1.0, need("sell"), 0.5), Filter.NONE, 10);
            assertThat(ranked).extracting(Ranked::id).containsExactly("baker", "clerk");
            assertThat(ranked.get(0).score()).isBetween(0.83, 0.84);
            assertThat(view.rankByAnswers(Kind.ROLES, Map.of(), Filter.NONE, 10))
                    .isEmpty();
            assertThat(view.rankByAnswers(Kind.ROLES, Map.of(need("sell"), 1.0), Filter.NONE, 1))
                    .extracting(Ranked::id)
                    .containsExactly("clerk");
        }
    }

    @Test
    void equalScoresAreOrderedById() {
        for (String id : List.of("c", "a", "d", "b")) {
            putJobs(job(id, "J", essential("bake")));
        }
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.rankByAnswers(Kind.JOBS, Map.of(need("bake"), 1.0), Filter.NONE, 3))
                    .extracting(Ranked::id)
                    .containsExactly("a", "b", "c");
        }
    }

    @Test
    void aWishIsAnsweredByItsBestSkillOnly() {
        put(Kind.CREDENTIALS, credential("both", "Both", "bake", "knead"));
        put(Kind.CREDENTIALS, credential("two", "Two wishes", "bake", "sell"));
        List<Map<SkillId, Double>> wishes =
                List.of(Map.of(new SkillId("bake"), 1.0, new SkillId("knead"), 0.8), Map.of(new SkillId("sell"), 0.5));
        try (CatalogueView view = catalogue.view()) {
            List<Ranked> ranked = view.rankBySkills(Kind.CREDENTIALS, wishes, false, Filter.NONE, 10);
            assertThat(ranked).extracting(Ranked::id).containsExactly("two", "both");
            assertThat(ranked).extracting(Ranked::score).containsExactly(1.5, 1.0);
        }
    }

    @Test
    void onlyProvenSkillsCountWhereProofIsAsked() {
        put(Kind.CANDIDATES, candidate("says", held("bake", EvidenceKind.SELF), held("sell", EvidenceKind.SELF)));
        put(Kind.CANDIDATES, candidate("shows", held("bake", EvidenceKind.ASSESSED)));
        List<Map<SkillId, Double>> wishes = List.of(Map.of(new SkillId("bake"), 1.0), Map.of(new SkillId("sell"), 1.0));
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.rankBySkills(Kind.CANDIDATES, wishes, false, Filter.NONE, 10))
                    .containsExactly(new Ranked("says", 1), new Ranked("shows", 1));
            assertThat(view.rankBySkills(Kind.CANDIDATES, wishes, true, Filter.NONE, 10))
                    .containsExactly(new Ranked("shows", 1));
        }
    }

    @Test
    void candidatesAreReadInTheLightOfTheSameWrite() {
        catalogue.close();
        List<Integer> skillsSeen = new ArrayList<>();
        catalogue = open((candidate, view) -> {
            skillsSeen.add(view.taxonomy().size());
            return Map.of();
        });
        catalogue.write(List.of(
                Change.put(Kind.CANDIDATES, candidate("c")),
                Change.put(Kind.SKILLS, skill("bake", "bake")),
                Change.put(Kind.SKILLS, skill("weld", "weld"))));
        assertThat(skillsSeen).containsOnly(2);
    }

    /** An empty catalogue with a candidate reader of its own. */
    protected abstract Catalogue open(CandidateReader reader);

    @Test
    void aJobIsWithinReachWhenEnoughEssentialsAreMet() {
        putJobs(
                job("five", "J", essential("a"), essential("b"), essential("c"), essential("d"), essential("e")),
                job("one", "J", essential("a"), optional("z")),
                job("unknown", "J", optional("a")));
        Set<Need> met = Set.of(need("a"), need("b"), need("c"));
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.reachable(met, 0.8, Filter.NONE)).isEqualTo(1);
            assertThat(view.reachable(met, 0.6, Filter.NONE)).isEqualTo(2);
            assertThat(view.reachable(Set.of(), 0.1, Filter.NONE)).isZero();
            assertThat(view.reachableIds(met, 0.6, Filter.NONE, "", 10)).containsExactly("five", "one");
            assertThat(view.reachableIds(met, 0.6, Filter.NONE, "five", 10)).containsExactly("one");
            assertThat(view.reachableIds(met, 0.6, Filter.NONE, "", 1)).containsExactly("five");
            assertThat(view.newlyReachable(
                            met,
                            0.8,
                            List.of(Set.of(need("d")), Set.of(need("a")), Set.of(), Set.of(need("y"))),
                            Filter.NONE))
                    .containsExactly(1, 0, 0, 0);
            assertThat(view.newlyReachableIds(met, 0.8, Set.of(need("d")), Filter.NONE, "", 10))
                    .containsExactly("five");
            assertThat(view.newlyReachableIds(met, 0.8, Set.of(need("d")), Filter.NONE, "five", 10))
                    .isEmpty();
            assertThat(view.newlyReachableIds(met, 0.8, Set.of(need("a")), Filter.NONE, "", 10))
                    .isEmpty();
        }
    }

    @Test
    void nearestIsByCosine() {
        put(Kind.SKILLS, skill("bake", "bake pastries"));
        put(Kind.SKILLS, skill("weld", "weld steel"));
        try (CatalogueView view = catalogue.view()) {
            List<Ranked> nearest = view.nearest(Kind.SKILLS, ENCODER.encode("bake pastries"), Filter.NONE, 1);
            assertThat(nearest).extracting(Ranked::id).containsExactly("bake");
            assertThat(nearest.getFirst().score()).isBetween(0.98, 1.02);
        }
    }

    @Test
    void aRebuildShowsWhenItIsPublished() {
        putJobs(job("old", "O"));
        String before;
        try (Catalogue.Rebuild rebuild = catalogue.rebuild()) {
            rebuild.write(List.of(Change.put(Kind.JOBS, job("new", "N"))));
            try (CatalogueView view = catalogue.view()) {
                before = view.generation().id();
                assertThat(view.find(Kind.JOBS, "new")).isEmpty();
            }
            rebuild.publish();
        }
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.generation().id()).isNotEqualTo(before);
            assertThat(view.find(Kind.JOBS, "new")).isPresent();
            assertThat(view.find(Kind.JOBS, "old")).isEmpty();
        }
    }

    @Test
    void whatIsWrittenMeanwhileWinsOverTheRebuild() {
        putJobs(job("a", "old"), job("b", "old"));
        try (Catalogue.Rebuild rebuild = catalogue.rebuild()) {
            rebuild.write(List.of(Change.put(Kind.JOBS, job("a", "rebuilt"))));
            catalogue.write(List.of(Change.put(Kind.JOBS, job("a", "live")), Change.remove(Kind.JOBS, "b")));
            rebuild.write(List.of(
                    Change.put(Kind.JOBS, job("a", "rebuilt")),
                    Change.put(Kind.JOBS, job("b", "rebuilt")),
                    Change.put(Kind.JOBS, job("c", "rebuilt"))));
            rebuild.publish();
        }
        List<String> titles = new ArrayList<>();
        try (CatalogueView view = catalogue.view()) {
            view.each(Kind.JOBS, j -> titles.add(j.id() + " " + j.title()));
        }
        assertThat(titles).containsExactly("a live", "c rebuilt");
    }

    @Test
    void aDiscardedRebuildLeavesNothing() {
        putJobs(job("a", "old"));
        try (Catalogue.Rebuild rebuild = catalogue.rebuild()) {
            rebuild.write(List.of(Change.put(Kind.JOBS, job("a", "rebuilt"))));
            assertThatThrownBy(catalogue::rebuild).isInstanceOf(IllegalStateException.class);
        }
        catalogue.rebuild().close();
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.find(Kind.JOBS, "a")).map(Job::title).hasValue("old");
        }
    }

    @Test
    void aViewOutlivesTheGenerationItShows() {
        putJobs(job("a", "old"));
        try (CatalogueView old = catalogue.view()) {
            try (Catalogue.Rebuild rebuild = catalogue.rebuild()) {
                rebuild.publish();
            }
            assertThat(old.find(Kind.JOBS, "a")).isPresent();
            assertThat(old.count(Kind.JOBS, Filter.NONE)).isEqualTo(1);
        }
    }

    @Test
    void manyCanWriteAtOnce() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                Job job = job("j" + i, "J");
                writes.add(writers.submit(() -> {
                    putJobs(job);
                    try (CatalogueView view = catalogue.view()) {
                        assertThat(view.find(Kind.JOBS, job.id())).isPresent();
                    }
                }));
            }
            for (Future<?> write : writes) {
                write.get();
            }
        }
        try (CatalogueView view = catalogue.view()) {
            assertThat(view.count(Kind.JOBS, Filter.NONE)).isEqualTo(64);
        }
    }
}
