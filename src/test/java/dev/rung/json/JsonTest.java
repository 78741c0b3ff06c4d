package dev.rung.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.catalogue.Change;
import dev.rung.catalogue.Samples;
import dev.rung.credential.Money;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static <T> T read(String json, Class<T> type) throws InvalidJson {
        return Json.read(json.getBytes(UTF_8), type);
    }

    private static String written(Object value) {
        return new String(Json.write(value), UTF_8);
    }

    @Test
    void whatIsEmptyIsNotWritten() {
        assertThat(written(Samples.skill("bake", "bake pastries", "baking")))
                .isEqualTo(
                        "{\"id\":\"bake\",\"label\":\"bake pastries\",\"altLabels\":[\"baking\"],\"kind\":\"skill\"}");
        assertThat(written(Samples.essential("bake")))
                .isEqualTo("{\"skill\":\"bake\",\"importance\":\"essential\",\"level\":\"foundation\",\"weight\":1.0}");
    }

    @Test
    void mostMayBeLeftOut() throws InvalidJson {
        assertThat(read("{\"skill\":\"bake\"}", Requirement.class)).isEqualTo(Samples.essential("bake"));
        assertThat(read("{\"id\":\"a\",\"title\":\"A\"}", Job.class)).isEqualTo(Samples.job("a", "A"));
    }

    @Test
    void aNumberMayNotBeLeftOut() {
        assertThatThrownBy(() -> read("{\"currency\":\"EUR\"}", Money.class)).isInstanceOf(InvalidJson.class);
    }

    @Test
    void everyRecordIsReadAsItWasWritten() throws InvalidJson {
        for (Change change : new Samples(7).changes(500)) {
            if (change instanceof Change.Put<?> put) {
                assertThat(Json.read(Json.write(put.record()), put.kind().type()))
                        .isEqualTo(put.record());
            }
        }
    }
}
