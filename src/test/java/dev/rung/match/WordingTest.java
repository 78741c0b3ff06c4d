package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.catalogue.Kind;
import dev.rung.match.CandidateAdvice.Lack;
import dev.rung.match.CredentialCard.Fact;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How answers read: names of skills, many of which are what one does, stand in quotes; nothing is said that is not known. */
class WordingTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'skill':'weld'}]                                                          | learn “bake pastries” to intermediate level",
                "[{'skill':'bake','level':'foundation'}]                                     | raise “bake pastries” from foundation to intermediate level",
                "[{'skill':'bake','level':'expert'}]                                         | prove “bake pastries” with an assessed, verified credential",
            })
    void what_would_change_an_answer(String skills, String expected) {
        Workshop workshop = new Workshop();
        workshop.put(
                Kind.ROLES,
                "{\"id\":\"patissier\",\"title\":\"pâtissier\",\"requirements\":[{\"skill\":\"bake\",\"level\":\"intermediate\"},{\"skill\":\"weld\"}]}");

        assertThat(workshop
                        .recommender
                        .roles(Workshop.asked("{\"skills\":" + skills.replace('\'', '"')
                                + ",\"text\":\"I want to become a pâtissier\"}"))
                        .results()
                        .stream()
                        .filter(role -> role.id().equals("patissier"))
                        .flatMap(role -> role.missing().stream())
                        .filter(missing -> missing.skill().equals("bake"))
                        .map(Missing::change))
                .containsExactly(expected);
    }

    @Test
    void a_skill_that_lies_idle() {
        Workshop workshop = new Workshop();
        workshop.put(Kind.CANDIDATES, """
                {"id":"wanda","name":"Wanda Sample","fictitious":true,"profile":{"skills":[{"skill":"weld","level":"expert","evidence":"work"},{"skill":"bake","level":"expert","evidence":"assessed"}],"text":"I would like to use pastry baking"}}
                """);
        assertThat(workshop
                        .recommender
                        .candidates(Workshop.read("{\"role\":\"welder\"}", CandidateRequest.class))
                        .results()
                        .stream()
                        .filter(person -> person.id().equals("wanda"))
                        .flatMap(person -> person.lacks().stream())
                        .map(Lack::text))
                .isNotEmpty()
                .allMatch(text -> text.matches(
                        "it does not use their skill “bake pastries”|they would like to use “bake pastries”"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                              | Ranked without knowing anything about you; ",
                "{'target':{'role':'welder'}}    | Adds ",
                "{'skills':[{'skill':'weld'}]}   | Adds ",
            })
    void a_credential_for_somebody_and_for_anybody(String profile, String beginning) {
        Workshop workshop = new Workshop();

        assertThat(workshop.recommender
                        .credentials(Workshop.asked(profile.replace('\'', '"')))
                        .results())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.sentence()).startsWith(beginning.stripTrailing()));
    }

    @Test
    void credit_and_validity_on_a_card() {
        CredentialCard card = StarterForTests.recommender()
                .card("pastry-arts-certificate", Optional.empty(), Optional.of(Workshop.DAY))
                .orElseThrow();

        assertThat(card.facts())
                .filteredOn(
                        fact -> fact.key().equals("frameworks") || fact.key().equals("validity"))
                .extracting(Fact::text)
                .containsExactly("EQF 4; ECTS 10; 3 skills of ESCO", "None stated.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "XX    | No job of this catalogue names the region XX; counted are remote jobs, and what is taught online or anywhere.",
                "DE-BY | -",
                "DE    | -",
            })
    void a_region_that_no_job_names(String region, String note) {
        DemandReport report = StarterForTests.recommender()
                .demand(new DemandRequest(Optional.of(region), 5, Optional.of(Workshop.DAY)));

        assertThat(report.note()).isEqualTo(Optional.ofNullable(note));
        assertThat(report.results()).isNotEmpty();
    }
}
