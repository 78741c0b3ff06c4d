package dev.rung.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the starter catalogue is read; what it says is another test's business. */
class StarterCatalogueFilesTest {
    @TempDir
    Path folder;

    @Test
    void the_index_names_every_file_there_is() throws IOException {
        Path taxonomy = Path.of("taxonomy");
        try (Stream<Path> files = Files.walk(taxonomy)) {
            assertThat(Files.readAllLines(taxonomy.resolve("index")))
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            files.filter(f -> f.toString().endsWith(".ndjson"))
                                    .map(f -> taxonomy.relativize(f).toString().replace('\\', '/'))
                                    .toList());
        }
    }

    @Test
    void changes_come_in_the_order_in_which_they_build_on_each_other() {
        List<Change> changes = StarterCatalogue.builtIn().changes(Trial.ENCODER);

        assertThat(changes.stream()
                        .map(c -> ((Change.Put<?>) c).kind().plural())
                        .distinct())
                .containsExactlyElementsOf(
                        Stream.of(Kind.SKILLS, Kind.ROLES, Kind.CREDENTIALS, Kind.JOBS, Kind.CANDIDATES)
                                .map(Kind::plural)
                                .toList());
    }

    @Test
    void a_bad_line_is_named_by_file_and_line() throws IOException {
        Files.writeString(folder.resolve("index"), "skills/a.ndjson\n");
        Files.createDirectory(folder.resolve("skills"));
        Files.writeString(
                folder.resolve("skills/a.ndjson"),
                "{\"id\":\"a\",\"label\":\"a\",\"kind\":\"skill\"}\n{\"id\":\"b\",\"label\":\"b\"}\n");

        assertThatThrownBy(() -> StarterCatalogue.in(folder).changes(Trial.ENCODER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("taxonomy/skills/a.ndjson:2: /kind");
    }
}
