package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.StarterForTests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rung pathway} as somebody types it. */
class PathwayCommandTest {
    private static final String MARKETER = """
            {"experience":[{"role":"online marketer","months":96}],"limit":3,
             "constraints":{"languages":["en"],"maxCost":{"amount":5000,"currency":"EUR"}}}""";

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    @BeforeAll
    static void fill() {
        StarterForTests.fill(data);
    }

    private Typed rung(String profile, String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                "pathway",
                "--profile",
                Files.writeString(folder.resolve("me.json"), profile).toString(),
                "--data",
                data.toString()));
        all.addAll(List.of(more));
        return Typed.rung(all.toArray(String[]::new));
    }

    @Test
    void options_go_before_what_the_profile_says() throws Exception {
        Typed typed = rung(
                MARKETER,
                "--target",
                "marketing-analyst",
                "--max-cost",
                "1000",
                "--max-hours",
                "300",
                "--hours-a-week",
                "6",
                "--steps",
                "3",
                "--start",
                "2027-01-11",
                "--json");

        assertThat(typed.err()).isEmpty();
        assertThat(typed.status()).isZero();
        JsonNode answer = typed.json();
        assertThat(answer.at("/target/id").textValue()).isEqualTo("marketing-analyst");
        assertThat(answer.at("/limits/cost/amount").doubleValue()).isEqualTo(1000);
        assertThat(answer.at("/limits/steps").intValue()).isEqualTo(3);
        assertThat(answer.at("/results")).isNotEmpty();
        for (JsonNode way : answer.at("/results")) {
            assertThat(way.at("/totals/cost/amount").doubleValue()).isLessThanOrEqualTo(1000);
            assertThat(way.at("/totals/hours").doubleValue()).isLessThanOrEqualTo(300);
            assertThat(way.at("/steps/0/start").textValue()).isEqualTo("2027-01-11");
        }
    }

    @Test
    void a_picture_for_people() throws Exception {
        Typed typed = rung(MARKETER, "--target", "pgcert-digital-marketing-analytics", "--hours-a-week", "8");

        assertThat(typed.out())
                .startsWith("towards Postgraduate Certificate in Digital Marketing Analytics; now ")
                .contains("  1  #")
                .contains("counts towards Postgraduate Certificate in Digital Marketing Analytics: ")
                .contains("hours saved by credit carried over")
                .contains("proven best of its kind");
    }

    @Test
    void no_way_is_explained() throws Exception {
        Typed typed = rung(MARKETER, "--target", "jobs", "--max-hours", "0");

        assertThat(typed.status()).isZero();
        assertThat(typed.out())
                .contains("No credential within the limits leads further")
                .contains("maxHours keeps out ");
    }

    @Test
    void a_target_that_there_is_not_is_said_where_it_is_seen() throws Exception {
        Typed typed = rung(MARKETER, "--target", "flurb");

        assertThat(typed.status()).isZero();
        assertThat(typed.out().strip()).isEqualTo("This catalogue has no role “flurb”.");
        assertThat(typed.err())
                .contains("rung: nothing in this catalogue is called “flurb”, so the answer has no target");
    }

    @Test
    void wrongly_typed() throws Exception {
        assertThat(rung(MARKETER, "--steps", "9").status()).isEqualTo(2);
        assertThat(rung(MARKETER, "--steps", "9").err()).contains("between 1 and 8");
        assertThat(rung("{\"finishBy\":\"2027-01-01\"}").err()).contains("hoursPerWeek");
        assertThat(rung(MARKETER, "--currency", "euros").err()).contains("ISO 4217");
    }
}
