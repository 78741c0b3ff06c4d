package dev.rung;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Packages are rooms: who may know whom, and who may open a window to which library. */
@AnalyzeClasses(packages = "dev.rung", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    /** Each room and the rooms it may know. */
    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("skill", List.of()),
            Map.entry("role", List.of("skill")),
            Map.entry("credential", List.of("skill")),
            Map.entry("person", List.of("skill", "credential")),
            Map.entry("json", List.of("skill")),
            Map.entry("upkeep", List.of("skill", "json")),
            Map.entry("behaviour", List.of("skill", "json", "upkeep")),
            Map.entry("encoder", List.of("json")),
            Map.entry("extract", List.of("skill", "encoder")),
            Map.entry("trust", List.of("skill", "person", "json")),
            Map.entry("badge", List.of("skill", "credential", "person", "extract", "trust")),
            Map.entry("catalogue", List.of("skill", "role", "credential", "person", "json", "encoder", "upkeep")),
            Map.entry(
                    "match",
                    List.of(
                            "skill",
                            "role",
                            "credential",
                            "person",
                            "encoder",
                            "extract",
                            "behaviour",
                            "trust",
                            "badge",
                            "catalogue")),
            Map.entry("wallet", List.of("skill", "json", "person", "trust", "badge", "catalogue")),
            Map.entry("pathway", List.of("skill", "role", "credential", "person", "catalogue", "match")),
            Map.entry(
                    "formats",
                    List.of(
                            "skill",
                            "role",
                            "credential",
                            "person",
                            "json",
                            "encoder",
                            "extract",
                            "behaviour",
                            "catalogue")),
            Map.entry(
                    "evaluation",
                    List.of(
                            "skill",
                            "role",
                            "credential",
                            "person",
                            "json",
                            "encoder",
                            "extract",
                            "behaviour",
                            "catalogue",
                            "match",
                            "pathway")),
            Map.entry("audit", List.of("skill", "json", "match", "upkeep")),
            Map.entry(
                    "privacy", List.of("skill", "json", "person", "badge", "catalogue", "behaviour", "match", "audit")),
            Map.entry(
                    "server",
                    List.of(
                            "audit",
                            "privacy",
                            "skill",
                            "role",
                            "credential",
                            "person",
                            "json",
                            "encoder",
                            "extract",
                            "behaviour",
                            "catalogue",
                            "match",
                            "pathway",
                            "formats",
                            "trust",
                            "badge",
                            "wallet",
                            "evaluation")),
            Map.entry(
                    "cli",
                    List.of(
                            "audit",
                            "privacy",
                            "skill",
                            "role",
                            "credential",
                            "person",
                            "json",
                            "encoder",
                            "extract",
                            "behaviour",
                            "catalogue",
                            "match",
                            "pathway",
                            "formats",
                            "trust",
                            "badge",
                            "wallet",
                            "evaluation",
                            "server",
                            "upkeep")));

    private static String room(JavaClass type) {
        String[] path = type.getPackageName().split("\\.");
        return path.length > 2 ? path[2] : "";
    }

    @ArchTest
    static final ArchRule rooms_know_only_whom_they_may = classes()
            .should(new ArchCondition<>("know only whom they may") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    List<String> allowed = MAY_KNOW.getOrDefault(room(type), List.of());
                    Set<String> known = type.getDirectDependenciesFromSelf().stream()
                            .map(d -> d.getTargetClass())
                            .filter(t -> t.getPackageName().startsWith("dev.rung."))
                            .map(RoomsTest::room)
                            .filter(r -> !r.equals(room(type)) && !allowed.contains(r))
                            .collect(Collectors.toCollection(TreeSet::new));
                    if (!known.isEmpty()) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " must not know " + known));
                    }
                }
            });

    @ArchTest
    static final ArchRule every_room_is_on_the_list = classes().should(new ArchCondition<>("be in a room on the list") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (!MAY_KNOW.containsKey(room(type))) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no room that this test knows"));
            }
        }
    });

    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching("dev.rung.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_lucene_room_knows_lucene =
            onlyIn("dev.rung.catalogue.lucene..", "org.apache.lucene..");

    @ArchTest
    static final ArchRule only_the_opensearch_room_knows_its_client =
            onlyIn("dev.rung.catalogue.opensearch..", "org.opensearch..", "org.apache.hc..");

    @ArchTest
    static final ArchRule only_the_server_knows_javalin =
            onlyIn("dev.rung.server..", "io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "io.micrometer..");

    @ArchTest
    static final ArchRule only_training_knows_deeplearning4j =
            onlyIn("dev.rung.encoder.training..", "org.nd4j..", "org.deeplearning4j..");

    @ArchTest
    static final ArchRule only_trust_knows_json_ld_and_jose =
            onlyIn("dev.rung.trust..", "com.apicatalog..", "com.nimbusds..");

    @ArchTest
    static final ArchRule only_the_command_line_knows_picocli = onlyIn("dev.rung.cli..", "picocli..");

    @ArchTest
    static final ArchRule only_extraction_knows_stemmers = onlyIn("dev.rung.extract..", "opennlp..");

    @ArchTest
    static final ArchRule only_the_command_line_and_the_evaluation_open_engines = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.rung.cli..",
                    "dev.rung.evaluation..",
                    "dev.rung.catalogue.lucene..",
                    "dev.rung.catalogue.opensearch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.rung.catalogue.lucene..", "dev.rung.catalogue.opensearch..");

    @ArchTest
    static final ArchRule engines_do_not_know_each_other =
            slices().matching("dev.rung.catalogue.(*)..").should().notDependOnEachOther();

    @ArchTest
    static void every_package_is_null_marked(JavaClasses all) {
        List<String> unmarked = all.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(p -> p.getName())
                .sorted()
                .toList();
        org.assertj.core.api.Assertions.assertThat(unmarked).isEmpty();
    }

    @ArchTest
    static final ArchRule names_say_what_things_are = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Helper");

    private static ArchRule onlyIn(String room, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Arrays.copyOf(libraries, libraries.length));
    }
}
