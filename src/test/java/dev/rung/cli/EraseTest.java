package dev.rung.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.encoder.SkillEncoder;
import dev.rung.match.Recommender;
import dev.rung.person.Candidate;
import dev.rung.person.HeldSkill;
import dev.rung.person.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing a person leaves no trace: not in answers, not in the bytes on disk. */
class EraseTest {
    @TempDir
    private Path folder;

    @Test
    void the_person_is_in_no_file_afterwards() throws IOException {
        write(candidates());
        assertThat(filesThatContain("zaphodia-unmistakable")).isNotEmpty();

        int status = Rung.commandLine().execute("erase", "zaphodia-unmistakable", "--data", folder.toString());

        assertThat(status).isZero();
        assertThat(filesThatContain("zaphodia-unmistakable")).isEmpty();
        assertThat(filesThatContain("Zaphodia Unmistakable")).isEmpty();
        try (LuceneCatalogue catalogue = open();
                CatalogueView view = catalogue.view()) {
            assertThat(view.find(Kind.CANDIDATES, "zaphodia-unmistakable")).isEmpty();
            assertThat(view.find(Kind.CANDIDATES, "other-7")).isPresent();
        }
    }

    /** As it looks when the machine stops after the person is out of searches, and before their bytes are off the disk. */
    @Test
    void what_a_crash_interrupts_is_finished_at_the_next_start() throws IOException {
        SkillEncoder shipped = ModelOption.readShipped();
        try (LuceneCatalogue catalogue = LuceneCatalogue.open(folder, shipped, Recommender.candidateReader(shipped))) {
            catalogue.write(candidates());
            catalogue.write(List.of(Change.remove(Kind.CANDIDATES, "zaphodia-unmistakable")));
        }
        Files.writeString(folder.resolve("erasing.json"), "[\"zaphodia-unmistakable\"]");
        assertThat(filesThatContain("zaphodia-unmistakable")).hasSizeGreaterThan(1);

        assertThat(Typed.rung("candidates", "--skill", "welding", "--data", folder.toString())
                        .status())
                .isZero();

        assertThat(filesThatContain("zaphodia-unmistakable")).isEmpty();
        assertThat(folder.resolve("erasing.json")).doesNotExist();
        assertThat(folder.resolve("erased.json")).exists();
    }

    @Test
    void nobody_of_that_id_is_a_fault() {
        write(candidates());

        assertThat(Rung.commandLine().execute("erase", "nobody", "--data", folder.toString()))
                .isEqualTo(1);
    }

    private static List<Change> candidates() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 30; i++) changes.add(Change.put(Kind.CANDIDATES, candidate("other-" + i, "Other " + i)));
        changes.add(Change.put(Kind.CANDIDATES, candidate("zaphodia-unmistakable", "Zaphodia Unmistakable")));
        return changes;
    }

    private static Candidate candidate(String id, String name) {
        Profile profile = new Profile(
                Optional.empty(),
                List.of(HeldSkill.named("welding")),
                List.of(),
                List.of(),
                Optional.empty(),
                Profile.EMPTY.constraints());
        return new Candidate(id, Optional.of(name), true, profile);
    }

    private void write(List<Change> changes) {
        try (LuceneCatalogue catalogue = open()) {
            catalogue.write(changes);
        }
    }

    private LuceneCatalogue open() {
        LexicalEncoder encoder = new LexicalEncoder();
        return LuceneCatalogue.open(folder, encoder, Recommender.candidateReader(encoder));
    }

    /** Ids stand as plain terms in the index; stored records are packed, so a name may be missed here, but an id is not. */
    private List<String> filesThatContain(String text) throws IOException {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (contains(Files.readAllBytes(file), wanted))
                    found.add(file.getFileName().toString());
            }
        }
        return found;
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        outer:
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                if (bytes[i + j] != wanted[j]) continue outer;
            }
            return true;
        }
        return false;
    }
}
