package dev.rung.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.catalogue.Kind;
import dev.rung.pathway.Pathway.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions and what comes back, on catalogues small enough to see why. */
class PathfinderTest {
    private static String terms(int hours, int cost) {
        return terms(hours, cost, "EUR");
    }

    private static String terms(int hours, int cost, String currency) {
        return ",\"workload\":{\"hours\":" + hours + "},\"offer\":{\"cost\":{\"amount\":" + cost + ",\"currency\":\""
                + currency + "\"}}";
    }

    /** A baker who needs bread and hygiene; bread comes cheap and slow, or dear and fast. */
    private static TestWorld bakery() {
        return new TestWorld("bread", "hygiene", "welding")
                .role("baker", List.of("bread", "hygiene"))
                .job("bakery", List.of("bread", "hygiene"))
                .job("kitchen", List.of("hygiene"))
                .credential("hygiene-card", List.of("hygiene"), terms(8, 25))
                .credential(
                        "bread-cheap",
                        List.of("bread"),
                        terms(100, 50) + ",\"entry\":{\"credentials\":[\"hygiene-card\"]}")
                .credential("bread-fast", List.of("bread"), terms(20, 500))
                .credential("welding-course", List.of("welding"), terms(5, 0));
    }

    private static List<String> ids(Pathway way) {
        return way.steps().stream().map(Step::id).toList();
    }

    @Test
    void theCheapestAndTheFastestTowardsARole() {
        Pathways ways = bakery().ask(
                        "{\"target\":{\"role\":\"baker\"},\"constraints\":{\"hoursPerWeek\":10},\"start\":\"2027-01-04\"}");

        assertThat(ways.now().met()).contains(0);
        Pathway cheapest = ways.results().getFirst();
        assertThat(cheapest.kinds()).contains("cheapest");
        assertThat(ids(cheapest)).containsExactly("hygiene-card", "bread-cheap");
        assertThat(cheapest.totals().cost().amount()).isEqualTo(75);
        assertThat(cheapest.totals().weeks()).contains(11L);
        assertThat(cheapest.totals().end()).contains(LocalDate.of(2027, 3, 21));
        assertThat(cheapest.progress().orElseThrow().reached()).isTrue();
        assertThat(cheapest.steps())
                .extracting(Step::opens)
                .as("the kitchen first, then the bakery")
                .containsExactly(1L, 1L);
        assertThat(cheapest.steps().getLast().requires())
                .containsExactly(new Pathway.Required("hygiene-card", "hygiene-card", "step"));
        assertThat(cheapest.steps().getLast().exits().roles())
                .extracting(Pathway.Exits.Role::id)
                .containsExactly("baker");
        assertThat(ids(ways.results().get(1))).containsExactlyInAnyOrder("hygiene-card", "bread-fast");
        assertThat(ways.results().get(1).kinds()).contains("fastest");
    }

    @Test
    void mostJobsWithoutATargetIsTheSameAsAskingForIt() {
        Pathways open = bakery().ask("{}");

        assertThat(open.target().kind()).isEqualTo("jobs");
        assertThat(open.results().getFirst().kinds()).contains("widest");
        assertThat(open.results().getFirst().totals().opens()).isEqualTo(2);
        assertThat(bakery().ask("{\"target\":{\"most\":\"jobs\"}}").results()).isEqualTo(open.results());
    }

    @Test
    void whatIsHeldNeedNotBeEarnedAgain() {
        Pathways ways = bakery().ask("{\"credentials\":[{\"id\":\"hygiene-card\"}],\"target\":{\"role\":\"baker\"}}");

        assertThat(ids(ways.results().getFirst())).containsExactly("bread-cheap");
        assertThat(ways.results().getFirst().steps().getFirst().requires())
                .containsExactly(new Pathway.Required("hygiene-card", "hygiene-card", "held"));
    }

    @Test
    void nothingToSpendAndNothingFreeIsExplained() {
        Pathways ways = bakery().ask(
                        "{\"target\":{\"role\":\"baker\"},\"constraints\":{\"maxCost\":{\"amount\":0,\"currency\":\"EUR\"}}}");

        assertThat(ways.results()).isEmpty();
        assertThat(ways.why().orElseThrow()).contains("maxCost");
        assertThat(ways.keptOut())
                .containsExactly(
                        new Pathways.KeptOut("maxCost", 3, List.of("bread-cheap", "bread-fast", "hygiene-card")));
    }

    @Test
    void whoeverIsThereAlreadyIsTold() {
        Pathways ways = bakery().ask(
                        "{\"skills\":[{\"skill\":\"bread\"},{\"skill\":\"hygiene\"}],\"target\":{\"role\":\"baker\"}}");

        assertThat(ways.results()).isEmpty();
        assertThat(ways.now().reached()).isTrue();
        assertThat(ways.why())
                .contains("baker is within reach already: you meet 2 of 2 essential requirements, and 2 are enough.");
    }

    @Test
    void aTargetThatIsNotThereIsNotReplacedByAnother() {
        Pathways ways = bakery().ask("{\"target\":{\"job\":\"astronaut\"}}");

        assertThat(ways.results()).isEmpty();
        assertThat(ways.why()).contains("This catalogue has no job “astronaut”.");
        assertThat(ways.understood().notes()).isNotEmpty();
    }

    @Test
    void prerequisitesThatRequireEachOtherAreSetAside() {
        TestWorld world = new TestWorld("bread")
                .job("bakery", List.of("bread"))
                .credential("hen", List.of("bread"), ",\"entry\":{\"credentials\":[\"egg\"]}")
                .credential("egg", List.of("bread"), ",\"entry\":{\"credentials\":[\"hen\"]}")
                .credential("lost", List.of("bread"), ",\"entry\":{\"credentials\":[\"nowhere\"]}");

        Pathways ways = world.ask("{}");
        assertThat(ways.results()).isEmpty();
        assertThat(ways.setAside()).containsEntry("prerequisites", 3L);
        assertThat(ways.why().orElseThrow()).contains("requires something that cannot be had here");
    }

    @Test
    void otherCurrenciesNeedARate() {
        TestWorld world = new TestWorld("bread")
                .job("bakery", List.of("bread"))
                .credential("abroad", List.of("bread"), terms(10, 100, "USD"));
        String limits = "\"constraints\":{\"maxCost\":{\"amount\":95,\"currency\":\"EUR\"}}";

        assertThat(world.ask("{" + limits + "}").setAside()).containsEntry("currency", 1L);
        Step step = world.ask("{" + limits + ",\"rates\":{\"USD\":0.9}}")
                .results()
                .getFirst()
                .steps()
                .getFirst();
        assertThat(step.cost().orElseThrow().toString()).isEqualTo("90 EUR");
        assertThat(step.price().orElseThrow().toString()).isEqualTo("100 USD");
        assertThat(world.ask("{" + limits + ",\"rates\":{\"USD\":1.1}}").results())
                .isEmpty();
    }

    @Test
    void creditIsCarriedIntoTheAwardByTheAgreementThatIsNamed() {
        TestWorld world = new TestWorld("bread", "cakes", "trade")
                .credential(
                        "module-1",
                        List.of("bread"),
                        ",\"workload\":{\"hours\":40,\"ects\":5},\"stacksInto\":[{\"award\":\"diploma\",\"agreement\":\"Module 1 of 3\",\"ects\":5}]")
                .credential(
                        "module-2",
                        List.of("cakes"),
                        ",\"workload\":{\"hours\":60,\"ects\":5},\"stacksInto\":[{\"award\":\"diploma\",\"agreement\":\"Module 2 of 3\",\"ects\":5}]")
                .credential(
                        "letter",
                        List.of("trade"),
                        ",\"workload\":{\"hours\":1},\"stacksInto\":[{\"award\":\"diploma\",\"agreement\":\"Letter of 2026\"}]")
                .credential("diploma", List.of("bread", "cakes", "trade"), ",\"workload\":{\"hours\":300,\"ects\":20}");

        Pathways ways = world.ask("{\"credentials\":[{\"id\":\"module-1\"}],\"target\":{\"credential\":\"diploma\"}}");

        assertThat(ways.credit())
                .containsExactly(new Pathways.Credit(
                        "diploma",
                        "diploma",
                        "ECTS",
                        5,
                        Optional.of(20.0),
                        List.of(new Pathways.Credit.From("module-1", "module-1", "Module 1 of 3", Optional.of(5.0)))));
        Pathway stacked = ways.results().stream()
                .filter(w -> w.kinds().contains("stacked"))
                .findFirst()
                .orElseThrow();
        assertThat(ids(stacked)).containsExactly("module-2", "diploma");
        Step module = stacked.steps().getFirst();
        assertThat(module.countsTowards())
                .containsExactly(new Pathway.Counts(
                        "diploma",
                        "diploma",
                        "Module 2 of 3",
                        Optional.of("ECTS"),
                        Optional.of(5.0),
                        Optional.of(10.0),
                        Optional.of(20.0),
                        true));
        Step diploma = stacked.steps().getLast();
        assertThat(diploma.hours()).as("300 hours less 10 of 20 ECTS").contains(150.0);
        assertThat(diploma.savedHours()).contains(150.0);
    }

    @Test
    void unitsOfCreditAreNeverAddedUp() {
        String credits = ",\"workload\":{\"hours\":%d,\"credits\":[{\"unit\":\"US semester hours\",\"amount\":%d}]}";
        TestWorld world = new TestWorld("bread", "cakes", "trade")
                .credential(
                        "abroad",
                        List.of("bread"),
                        credits.formatted(40, 3)
                                + ",\"stacksInto\":[{\"award\":\"degree\",\"agreement\":\"Articulation of 2026\",\"credits\":[{\"unit\":\"us Semester Hours\",\"amount\":3}]}]")
                .credential(
                        "module",
                        List.of("cakes"),
                        ",\"workload\":{\"hours\":60,\"ects\":5},\"stacksInto\":[{\"award\":\"degree\",\"agreement\":\"Module 2\",\"ects\":5}]")
                .credential("degree", List.of("bread", "cakes", "trade"), credits.formatted(300, 12));

        Pathways ways = world.ask(
                "{\"credentials\":[{\"id\":\"abroad\"},{\"id\":\"module\"}],\"target\":{\"credential\":\"degree\"}}");

        assertThat(ways.credit())
                .extracting(c -> c.unit() + " " + c.carried() + " " + c.of() + " "
                        + c.from().stream()
                                .map(Pathways.Credit.From::credential)
                                .toList())
                .containsExactly("ECTS 5.0 Optional.empty [module]", "US semester hours 3.0 Optional[12.0] [abroad]");
        Step degree = ways.results().getFirst().steps().getLast();
        assertThat(degree.hours())
                .as("a quarter less: 5 ECTS are no semester hours")
                .contains(225.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"unit\":\"ects\",\"amount\":3}]",
                "[{\"unit\":\"CEU\",\"amount\":0}]",
                "[{\"unit\":\"CEU\",\"amount\":1},{\"unit\":\"ceu\",\"amount\":1}]"
            })
    void creditThatCannotBeIsRefused(String credits) {
        TestWorld world = new TestWorld("bread");
        assertThatThrownBy(() -> world.credential("c", List.of("bread"), ",\"workload\":{\"credits\":" + credits + "}"))
                .hasStackTraceContaining("credits");
    }

    @Test
    void aPartOfTheCreditIsBetterThanNothingWhereTheAwardIsOutOfReach() {
        TestWorld world = new TestWorld("bread")
                .credential(
                        "module-1",
                        List.of("bread"),
                        terms(40, 100).replace("\"hours\":40", "\"hours\":40,\"ects\":5")
                                + ",\"stacksInto\":[{\"award\":\"diploma\",\"agreement\":\"Module 1 of 3\",\"ects\":5}]")
                .credential(
                        "diploma",
                        List.of("bread"),
                        terms(300, 4000).replace("\"hours\":300", "\"hours\":300,\"ects\":20"));

        Pathway way = world.ask(
                        "{\"target\":{\"credential\":\"diploma\"},\"constraints\":{\"maxCost\":{\"amount\":500,\"currency\":\"EUR\"}}}")
                .results()
                .getFirst();

        assertThat(ids(way)).containsExactly("module-1");
        assertThat(way.progress().orElseThrow().reached()).isFalse();
        assertThat(way.progress().orElseThrow().credit()).contains(0.25);
    }

    @Test
    void entryConditionsThatAreNotMetAreShown() {
        TestWorld world = new TestWorld("bread", "flour")
                .job("bakery", List.of("bread"))
                .credential(
                        "bread-course",
                        List.of("bread"),
                        ",\"entry\":{\"formal\":true,\"skills\":[{\"skill\":\"flour\"}],\"note\":\"a clean apron\"}");

        assertThat(world.ask("{}").results().getFirst().steps().getFirst().obstacles())
                .containsExactly(
                        "asks for a school or university qualification", "asks for flour first", "a clean apron");
        assertThat(world.ask("{\"skills\":[{\"skill\":\"flour\"}]}")
                        .results()
                        .getFirst()
                        .steps()
                        .getFirst()
                        .obstacles())
                .containsExactly("asks for a school or university qualification", "a clean apron");
        assertThat(world.ask("{\"constraints\":{\"noFormalEntry\":true}}").keptOut())
                .containsExactly(new Pathways.KeptOut("noFormalEntry", 1, List.of("bread-course")));
    }

    @Test
    void whatExpiresOnTheWayIsNoted() {
        TestWorld world = new TestWorld("bread", "hygiene")
                .job("bakery", List.of("bread", "hygiene"))
                .credential("card", List.of("hygiene"), ",\"workload\":{\"hours\":10},\"validMonths\":1")
                .credential(
                        "course",
                        List.of("bread"),
                        ",\"workload\":{\"hours\":100},\"entry\":{\"credentials\":[\"card\"]}");

        Pathway way =
                world.ask("{\"constraints\":{\"hoursPerWeek\":10}}").results().getFirst();

        assertThat(way.notes()).containsExactly("card is valid until 2026-12-08, before the way ends on 2027-01-17");
    }

    @Test
    void aPostingThatClosesBeforeTheEndIsNoted() {
        TestWorld world = bakery().add(
                        Kind.JOBS,
                        "{\"id\":\"soon\",\"title\":\"soon\",\"requirements\":[{\"skill\":\"bread\"}],\"validThrough\":\"2026-11-09\"}");

        assertThat(world.ask("{\"target\":{\"job\":\"soon\"},\"constraints\":{\"hoursPerWeek\":10}}")
                        .results())
                .extracting(Pathway::notes)
                .contains(List.of("The job can be applied for until 2026-11-09, before the way ends on 2026-11-15"));
    }

    @Test
    void mustFinishInTime() {
        String question = "{\"target\":{\"role\":\"baker\"},\"constraints\":{\"hoursPerWeek\":10},\"finishBy\":\"%s\"}";

        assertThat(bakery().ask(question.formatted("2026-11-29")).results())
                .as("one week for hygiene, two for the fast bread")
                .allMatch(w -> ids(w).containsAll(List.of("hygiene-card", "bread-fast")))
                .isNotEmpty();
        assertThat(bakery().ask(question.formatted("2026-11-05")).why().orElseThrow())
                .contains("finishBy");
        assertThatThrownBy(() -> bakery().ask("{\"finishBy\":\"2027-01-01\"}"))
                .hasMessageContaining("/finishBy")
                .hasMessageContaining("hoursPerWeek");
    }

    @Test
    void stepsAreLimited() {
        assertThat(bakery().ask("{\"steps\":1,\"target\":{\"role\":\"baker\"}}").results())
                .allSatisfy(w -> assertThat(w.steps()).hasSize(1));
        assertThatThrownBy(() -> bakery().ask("{\"steps\":9}")).hasMessageContaining("between 1 and 8");
        assertThatThrownBy(() -> bakery().ask("{\"target\":{\"most\":\"money\"}}"))
                .hasMessageContaining("must be jobs");
    }

    @Test
    void anEmptyCatalogueHasNoWay() {
        Pathways ways = new TestWorld().ask("{}");

        assertThat(ways.results()).isEmpty();
        assertThat(ways.why()).contains("No credential in this catalogue leads further.");
    }

    @Test
    void manyCredentialsAreStillPlannedWithInOneAnswer() {
        TestWorld world = new TestWorld(
                IntStream.range(0, 26).mapToObj(i -> "skill" + (char) ('a' + i)).toArray(String[]::new));
        for (int i = 0; i < 300; i++) {
            world.credential(
                    "c" + i,
                    List.of("skill" + (char) ('a' + i % 26), "skill" + (char) ('a' + i * 7 % 25)),
                    terms(10 + i % 17, 10 * (i % 23)));
        }
        for (int i = 0; i < 120; i++) {
            world.job(
                    "j" + i,
                    List.of(
                                    "skill" + (char) ('a' + i % 26),
                                    "skill" + (char) ('a' + i * 3 % 25),
                                    "skill" + (char) ('a' + i * 11 % 23))
                            .stream()
                            .distinct()
                            .toList());
        }

        Pathways ways = world.ask("{\"steps\":6}");

        Pathway widest = ways.results().getFirst();
        assertThat(widest.totals().opens()).isPositive();
        assertThat(widest.search().bound())
                .isGreaterThanOrEqualTo(widest.search().value());
    }
}
