package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rung.catalogue.CursorExpired;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.match.OpenedJobs.OpenedJob;
import dev.rung.person.Profile;
import dev.rung.role.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;

/** What a credential opens is what somebody who holds it reaches and somebody who does not, does not: counted, taken apart, and listed. */
class OpportunityTest {
    private static final int PEOPLE = 40;

    /** 25 worlds of 40 people: a thousand profiles, by both engines. */
    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void counts_are_those_of_brute_force(@ForAll long seed) throws IOException {
        World world = new World(seed);
        Path folder = Files.createTempDirectory("rung-opportunity");
        try (LuceneCatalogue lucene = world.inLucene(folder)) {
            Recommender fast = new Recommender(lucene, World.ENCODER);
            for (int person = 0; person < PEOPLE; person++) {
                Profile profile = world.profile().within(world.constraints());
                RecommendationRequest request = world.ask(profile).limit(2);
                TreeSet<String> before = reachable(world, profile);
                List<CredentialAdvice> exact =
                        world.recommender.credentials(request).results();
                for (CredentialAdvice advice : exact) {
                    TreeSet<String> opened = reachable(world, World.holding(profile, advice.id()));
                    opened.removeAll(before);
                    assertThat(advice.opens()).as(advice.id()).isEqualTo(opened.size());
                }
                assertThat(fast.credentials(request).results())
                        .extracting(CredentialAdvice::id, CredentialAdvice::opens, CredentialAdvice::opensByRole)
                        .containsExactlyElementsOf(exact.stream()
                                .map(a -> org.assertj.core.groups.Tuple.tuple(a.id(), a.opens(), a.opensByRole()))
                                .toList());
            }
        } finally {
            IOUtils.rm(folder);
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void the_list_has_exactly_the_jobs_that_were_counted_page_by_page(@ForAll long seed) {
        World world = new World(seed);
        Profile profile = world.profile().within(world.constraints());
        TreeSet<String> before = reachable(world, profile);
        Map<String, Job> jobs = world.all(Kind.JOBS).stream().collect(Collectors.toMap(Job::id, Function.identity()));
        for (CredentialAdvice advice :
                world.recommender.credentials(world.ask(profile).limit(4)).results()) {
            TreeSet<String> opened = reachable(world, World.holding(profile, advice.id()));
            opened.removeAll(before);

            List<OpenedJob> listed = everyPage(world, profile, advice.id(), Optional.empty());

            assertThat(listed).extracting(OpenedJob::id).containsExactlyElementsOf(opened);
            for (OpenedJob job : listed) {
                assertThat(job.met() - job.wasMet())
                        .isEqualTo(job.through().size())
                        .isPositive();
                assertThat(job.score()).isGreaterThan(job.was());
            }
            for (CredentialAdvice.OfRole part : advice.opensByRole()) {
                assertThat(everyPage(world, profile, advice.id(), Optional.of(part.role())))
                        .extracting(OpenedJob::id)
                        .hasSize(Math.toIntExact(part.jobs()))
                        .containsExactlyElementsOf(opened.stream()
                                .filter(id -> Optional.ofNullable(jobs.get(id))
                                        .flatMap(Job::role)
                                        .equals(Optional.of(part.role())))
                                .toList());
            }
            assertThat(advice.opensPerHour())
                    .isEqualTo(
                            advice.hours().filter(h -> h > 0).map(h -> Points.toNumber(Points.of(advice.opens() / h))));
            advice.opensPerMoney().ifPresent(each -> assertThat(
                            each * advice.cost().orElseThrow().amount())
                    .isCloseTo(advice.opens(), within(1e-3)));
        }
    }

    @Test
    void the_weldersCourse_opens_the_yard() {
        Workshop workshop = new Workshop();
        RecommendationRequest request = Workshop.asked("""
                {"skills":[{"skill":"bake"}],"target":{"role":"welder"}}""");

        CredentialAdvice first =
                workshop.recommender.credentials(request).results().getFirst();
        OpenedJobs opened = workshop.recommender
                .opened("weld-exam", request, Optional.empty(), Optional.empty())
                .orElseThrow();

        assertThat(first.id()).isEqualTo("weld-exam");
        assertThat(first.opens()).isEqualTo(1);
        assertThat(first.opensByRole()).isEmpty();
        assertThat(opened.total()).isEqualTo(1);
        assertThat(opened.next()).isEmpty();
        assertThat(opened.results()).extracting(OpenedJob::title).containsExactly("Yard");
        assertThat(opened.results().getFirst().through())
                .extracting(OpenedJobs.Through::label)
                .containsExactly("weld");
    }

    @Test
    void nothing_is_opened_by_a_credential_that_is_not_there() {
        assertThat(new Workshop()
                        .recommender.opened("no-such", Workshop.asked("{}"), Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void a_cursor_of_another_question_is_refused() {
        Workshop workshop = new Workshop();
        for (String cursor : List.of("", "x", "%%%", "bm8gc3VjaA", "MCBqb2I")) {
            assertThatThrownBy(() -> workshop.recommender.opened(
                            "weld-exam", Workshop.asked("{}"), Optional.empty(), Optional.of(cursor)))
                    .as(cursor)
                    .isInstanceOf(CursorExpired.class);
        }
    }

    /** Ids of all jobs within reach: few enough for one answer. */
    private static TreeSet<String> reachable(World world, Profile profile) {
        return world.recommender.jobs(world.ask(profile)).results().stream()
                .filter(JobAdvice::reachable)
                .map(JobAdvice::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<OpenedJob> everyPage(World world, Profile profile, String credential, Optional<String> role) {
        List<OpenedJob> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            OpenedJobs page = world.recommender
                    .opened(credential, world.ask(profile).limit(2), role, cursor)
                    .orElseThrow();
            all.addAll(page.results());
            cursor = page.next();
            if (cursor.isEmpty()) assertThat(page.total()).isEqualTo(all.size());
        } while (cursor.isPresent());
        return all;
    }
}
