package dev.rung.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is an event and what is not. */
class EventTest {
    private static Event read(String json) throws InvalidJson {
        return Json.read(json.replace('\'', '"').getBytes(UTF_8), Event.class);
    }

    @Test
    void isWrittenAsItIsRead() throws InvalidJson {
        String json =
                "{'id':'e-17','kind':'completed','person':'p-7f3a','credential':'sql','role':'analyst','job':'j-1','at':'2026-03-01T10:00:00Z'}";

        assertThat(new String(Json.write(read(json)), UTF_8)).isEqualTo(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00+02:00, 2026-03-01T08:00:00Z"
    })
    void aTimeIsAMomentOrADay(String given, Instant meant) throws InvalidJson {
        assertThat(read("{'kind':'viewed','person':'p','credential':'c','at':'" + given + "'}")
                        .at())
                .isEqualTo(meant);
    }

    @Test
    void withoutAnIdTheSameEventHasTheSameId() throws InvalidJson {
        String id = read("{'kind':'viewed','person':'p','credential':'c','at':'2026-03-01'}")
                .id();

        assertThat(id).matches("e-[0-9a-f]{32}");
        assertThat(read("{'at':'2026-03-01T00:00:00Z','kind':'viewed','person':'p','credential':'c'}")
                        .id())
                .isEqualTo(id);
        assertThat(read("{'kind':'enrolled','person':'p','credential':'c','at':'2026-03-01'}")
                        .id())
                .isNotEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'viewed','credential':'c','at':'2026-03-01'} | /person | is required",
                "{'kind':'viewed','person':'Ann Other','credential':'c','at':'2026-03-01'} | /person | white space",
                "{'kind':'viewed','person':'p','at':'2026-03-01'} | /credential | is required",
                "{'kind':'viewed','person':'p','credential':'c'} | /at | is required",
                "{'kind':'viewed','person':'p','credential':'c','at':'yesterday'} | /at | a moment or a day",
                "{'kind':'viewed','person':'p','credential':'c','at':1772359200} | /at | must be",
                "{'kind':'viewed','person':'p','credential':'c','at':'+10000-01-01T00:00:00Z'} | /at | between 1900 and 2200",
                "{'kind':'fired','person':'p','credential':'c','at':'2026-03-01'} | /kind | completed",
                "{'kind':'viewed','person':'p','credential':'c','at':'2026-03-01','age':40} | /age | not",
                "{'id':'','kind':'viewed','person':'p','credential':'c','at':'2026-03-01'} | /id | empty"
            })
    void whatIsWrongIsNamed(String json, String pointer, String problem) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(InvalidJson.class, e -> {
            assertThat(e.pointer()).isEqualTo(pointer);
            assertThat(e.problem()).contains(problem);
        });
    }

    @Test
    void onlyWorkMayComeWithoutACredential() throws InvalidJson {
        assertThat(read("{'kind':'hired','person':'p','role':'analyst','at':'2026-03-01'}")
                        .credential())
                .isEmpty();
    }
}
