package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.Change;
import dev.rung.catalogue.Facts;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Filters as people write them. */
class FilterSyntaxTest {
    private static Filter jobs(String... parameters) {
        return FilterSyntax.parse(Kind.JOBS, List.of(parameters));
    }

    @Test
    void fieldsAndValues() {
        assertThat(jobs()).isEqualTo(Filter.NONE);
        assertThat(jobs("")).isEqualTo(Filter.NONE);
        assertThat(jobs("region:DE-BY")).isEqualTo(Filter.in("region", "DE-BY"));
        assertThat(jobs(" region:DE-BY , remote:true "))
                .isEqualTo(Filter.all(List.of(Filter.in("region", "DE-BY"), Filter.in("remote", "true"))));
        assertThat(jobs("region:DE-BY|DE-BE")).isEqualTo(Filter.in("region", "DE-BY", "DE-BE"));
        assertThat(jobs("organisation:\"A, B|C \"\"D\"\"\"")).isEqualTo(Filter.in("organisation", "A, B|C \"D\""));
        assertThat(jobs("skill:http://data.europa.eu/esco/skill/a"))
                .isEqualTo(Filter.in("skill", "http://data.europa.eu/esco/skill/a"));
    }

    @Test
    void everyFactOfARecordCanBeFilteredBy() {
        for (Change change : new Samples(3).changes(2_000)) {
            if (!(change instanceof Change.Put<?> put)) continue;
            Facts facts = Facts.of(put.record());
            assertThat(facts.words().keySet()).allMatch(field -> FilterSyntax.hasWords(put.kind(), field));
            assertThat(facts.numbers().keySet()).allMatch(field -> FilterSyntax.hasNumber(put.kind(), field));
        }
    }
}
