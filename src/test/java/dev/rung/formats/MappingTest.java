package dev.rung.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.catalogue.Kind;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Assignments and a row -> the record's JSON. */
class MappingTest {
    private static String map(Kind<?> kind, String row, String... assignments) throws InvalidJson {
        ObjectNode json = Json.read(row.getBytes(StandardCharsets.UTF_8), ObjectNode.class);
        return Mapping.of(kind, List.of(assignments)).apply(json).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "title=name                      # {'name':'Baker'}                 # {'title':'Baker'}",
                "title='Baker'                   # {}                               # {'title':'Baker'}",
                "title='it''s'                   # {}                               # {'title':'it's'}",
                "title=a|b                       # {'a':' ','b':'B'}                # {'title':'B'}",
                "title=a|'none'                  # {'a':null}                       # {'title':'none'}",
                "id='x-'+n                       # {'n':7}                          # {'id':'x-7'}",
                "id='x-'+n                       # {}                               # {}",
                "description=a,b                 # {'a':'A','b':['B','C']}          # {'description':'A\\nB\\nC'}",
                "title=deep.er                   # {'deep':{'er':'D'}}              # {'title':'D'}",
                "title=deep.er                   # {'deep.er':'E','deep':{}}        # {'title':'E'}",
                "title=\"a,b\"                   # {'a,b':'AB'}                     # {'title':'AB'}",
                "remote=r{ja:yes,nein:no}        # {'r':'nein'}                     # {'remote':false}",
                "remote=r                        # {'r':'T'}                        # {'remote':true}",
                "place.country=c                 # {'c':'DE'}                       # {'place':{'country':'DE'}}",
                "place.country=c                 # {}                               # {}",
                "requirements.skill=s[;]         # {'s':'SQL; baking;'}             # {'requirements':[{'skill':'SQL'},{'skill':'baking'}]}",
            })
    void a_job_is_made_of_columns(String assignment, String row, String json) throws InvalidJson {
        assertThat(map(Kind.JOBS, row.replace('\'', '"'), assignment)).isEqualTo(expected(json));
    }

    private static String expected(String json) {
        return json.replace("it's", "it`s").replace('\'', '"').replace('`', '\'');
    }

    @Test
    void constants_are_repeated_in_each_object_of_a_list() throws InvalidJson {
        assertThat(map(Kind.JOBS, "{\"s\":[\"a\",\"b\"]}", "requirements.skill=s", "requirements.level='advanced'"))
                .isEqualTo(
                        "{\"requirements\":[{\"skill\":\"a\",\"level\":\"advanced\"},{\"skill\":\"b\",\"level\":\"advanced\"}]}");
        assertThat(map(Kind.JOBS, "{}", "requirements.skill=s", "requirements.level='advanced'"))
                .isEqualTo("{}");
    }

    @Test
    void a_currency_without_an_amount_is_no_cost() throws InvalidJson {
        String[] cost = {"offer.cost.amount=price{0:}", "offer.cost.currency='EUR'"};

        assertThat(map(Kind.CREDENTIALS, "{\"price\":\"12.50\"}", cost))
                .isEqualTo("{\"offer\":{\"cost\":{\"amount\":12.50,\"currency\":\"EUR\"}}}");
        assertThat(map(Kind.CREDENTIALS, "{\"price\":\"0\"}", cost)).isEqualTo("{}");
        assertThat(map(Kind.JOBS, "{}", "place.country='US'", "place.locality=city"))
                .isEqualTo("{\"place\":{\"country\":\"US\"}}");
    }

    @Test
    void lists_and_words_of_ours_take_the_form_they_have_in_json() throws InvalidJson {
        assertThat(map(Kind.CREDENTIALS, "{\"how\":\"Proctored Exam|PROJECT\"}", "assessment=how[|]"))
                .isEqualTo("{\"assessment\":[\"proctored-exam\",\"project\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "workload.hours=h, /workload/hours, is not a number",
        "entry.formal=h, /entry/formal, neither yes nor no",
        "'eqf=h,h', /eqf, must be one value"
    })
    void a_value_that_cannot_be_what_its_field_wants_is_refused(String assignment, String pointer, String problem) {
        assertThatThrownBy(() -> map(Kind.CREDENTIALS, "{\"h\":\"many\"}", assignment))
                .isInstanceOfSatisfying(InvalidJson.class, e -> {
                    assertThat(e.pointer()).isEqualTo(pointer);
                    assertThat(e.problem()).contains(problem);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "title             # expected FIELD=COLUMN",
                "=name             # expected FIELD=COLUMN",
                "titel=name        # no field titel; known here are id, title",
                "place=name        # place.country, place.region",
                "title.short=name  # title has no fields of its own",
                "title=            # expected a column",
                "title=a+          # expected a column",
                "title='open       # expected a closing '",
                "title=a{b}        # expected something before :",
                "title=a{b:c       # expected } after",
                "title=a[          # expected something before ]",
                "title=a'b'        # expected one of",
            })
    void what_is_not_understood_is_explained(String assignment, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mapping.of(Kind.JOBS, List.of(assignment)))
                .withMessageContaining(message);
    }

    @Test
    void one_field_has_one_source() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mapping.of(Kind.JOBS, List.of("title=a", "title=b")))
                .withMessageContaining("mapped twice");
    }
}
