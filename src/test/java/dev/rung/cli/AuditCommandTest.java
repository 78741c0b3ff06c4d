package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.StarterForTests;
import dev.rung.audit.Decisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rung audit}, {@code rung card} and what they share with the other commands. */
class AuditCommandTest {
    @TempDir
    private static Path folder;

    private static String data;

    @BeforeAll
    static void fill() {
        Path catalogue = folder.resolve("data");
        StarterForTests.fill(catalogue);
        data = catalogue.toString();
        // The folder was filled with another model; built anew once, for all tests.
        assertThat(Typed.rung("reindex", "--data", data).status()).isZero();
    }

    @Test
    void a_recorded_search_can_be_listed_exported_and_is_without_whoever_is_erased() throws IOException {
        Typed search = Typed.rung(
                "candidates", "--role", "data-analyst", "--limit", "3", "--record", "--json", "--data", data);
        assertThat(search.status()).isZero();
        String person = search.json().at("/results/0/id").textValue();
        assertThat(search.err()).contains("recorded as decision-1");

        assertThat(Typed.rung("audit", "decisions", "--data", data).out())
                .startsWith("decision-1 ")
                .contains("role data-analyst", "shown 3 of");
        assertThat(Typed.rung("audit", "decisions", "decision-1", "--json", "--data", data)
                        .json()
                        .at("/shown/0/person")
                        .textValue())
                .isEqualTo(person);
        assertThat(Typed.rung("audit", "decisions", "--csv", "--data", data)
                        .out()
                        .lines())
                .hasSize(4);
        assertThat(Typed.rung("export", person, "--data", data).json().path("decisions"))
                .hasSize(1);

        assertThat(Typed.rung("erase", person, "--data", data).status()).isZero();

        assertThat(Files.readString(Path.of(data, Decisions.FILE))).doesNotContain(person);
        assertThat(Typed.rung("audit", "decisions", "--csv", "--data", data).out())
                .doesNotContain(person);
        assertThat(Typed.rung("export", person, "--data", data).status()).isEqualTo(1);
        assertThat(Typed.rung("audit", "decisions", "decision-2", "--data", data)
                        .status())
                .isEqualTo(1);
    }

    @Test
    void rates_and_ratios_are_counted_from_a_file() throws IOException {
        Path file = folder.resolve("outcomes.csv");
        Files.writeString(file, "sex,chosen\nf,yes\nf,no\nm,yes\nm,yes\n,yes\n");

        JsonNode table = Typed.rung("audit", "impact", file.toString(), "--by", "sex", "--selected", "chosen", "--json")
                .json();
        assertThat(table.at("/axes/0/categories/0/ratio").doubleValue()).isEqualTo(0.5);
        assertThat(table.at("/axes/0/unknown").intValue()).isEqualTo(1);
        Typed told = Typed.rung("audit", "impact", file.toString(), "--by", "sex", "--selected", "chosen");
        assertThat(told.status()).isZero();
        assertThat(told.out())
                .contains("0.50", "people in no known category, and in no rate: 1", "no ratio that must be reached");
    }

    @Test
    void what_cannot_be_counted_says_why() throws IOException {
        Path file = folder.resolve("bad.csv");
        Files.writeString(file, "sex,chosen\nf,perhaps\nm,yes\n");

        assertThat(Typed.rung("audit", "impact", file.toString(), "--by", "sex", "--selected", "chosen")
                        .status())
                .isEqualTo(1);
        Typed missing = Typed.rung("audit", "impact", file.toString(), "--by", "race", "--selected", "chosen");
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("has no column race; it has sex, chosen");
        assertThat(Typed.rung(
                                "audit",
                                "impact",
                                folder.resolve("none.csv").toString(),
                                "--by",
                                "sex",
                                "--selected",
                                "x")
                        .err())
                .contains("there is no file");
        assertThat(Typed.rung("audit", "impact", file.toString(), "--by", "sex").status())
                .isEqualTo(2);
        assertThat(Typed.rung("audit").status()).isEqualTo(2);
    }

    @Test
    void a_card_is_printed_for_people_and_for_machines() {
        Typed card = Typed.rung("card", "food-hygiene-2", "--as-of", "2026-11-22", "--data", data);
        assertThat(card.out())
                .contains("invented example", "EQF level 3", "What teaches the same", "no promise of employment");
        assertThat(Typed.rung("card", "food-hygiene-2", "--json", "--data", data)
                        .json()
                        .at("/credential/id")
                        .textValue())
                .isEqualTo("food-hygiene-2");
        Typed none = Typed.rung("card", "nobody", "--data", data);
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.err()).contains("there is no credential nobody");
    }

    @Test
    void made_up_people_are_marked_and_can_be_imported_and_searched_by_proof() {
        String people = folder.resolve("people.ndjson.gz").toString();
        assertThat(Typed.rung("sample", "--candidates", "300", "--seed", "3", "--out", people, "--data", data)
                        .status())
                .isZero();
        assertThat(Typed.rung("import", "candidates", people, "--data", data).status())
                .isZero();
        JsonNode found = Typed.rung(
                        "candidates",
                        "--role",
                        "nurse",
                        "--registry",
                        "Synthetic registry 1",
                        "--max-age",
                        "60",
                        "--evidence",
                        "attended",
                        "--limit",
                        "50",
                        "--as-of",
                        "2026-11-22",
                        "--json",
                        "--data",
                        data)
                .json();
        assertThat(found.path("results")).isNotEmpty();
        for (JsonNode hit : found.path("results")) {
            assertThat(hit.path("fictitious").booleanValue()).isTrue();
            for (JsonNode chain : hit.path("evidence")) {
                assertThat(chain.path("registries").toString()).contains("Synthetic registry 1");
                assertThat(chain.path("awardedOn").textValue()).isGreaterThanOrEqualTo("2021-11-22");
            }
        }
        assertThat(Typed.rung("candidates", "--skill", "SQL", "--assessment", "proctored-exam", "--data", data)
                        .status())
                .isZero();
        assertThat(Typed.rung("candidates", "--skill", "SQL", "--assessment", "oral", "--data", data)
                        .err())
                .contains("'oral' is no kind of assessment", "proctored-exam");
        assertThat(Typed.rung("sample", "--out", people, "--data", data).status())
                .isEqualTo(2);
    }
}
