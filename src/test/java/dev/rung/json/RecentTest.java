package dev.rung.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentTest {
    @TempDir
    Path folder;

    record Note(String text) {}

    private Recent<Note> open() {
        return Recent.in(folder.resolve("notes.json"), Note.class, 3);
    }

    @Test
    void theNewestComesFirstAndTheOldestGo() {
        Recent<Note> notes = open();
        for (String text : new String[] {"a", "b", "c", "d"}) notes.add(new Note(text));

        assertThat(notes.all()).extracting(Note::text).containsExactly("d", "c", "b");
    }

    @Test
    void theyAreThereTheNextTime() throws IOException {
        assertThat(open().all()).isEmpty();
        open().add(new Note("kept"));

        assertThat(open().all()).containsExactly(new Note("kept"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("notes.json");
        }
    }

    @Test
    void whatCannotBeWrittenIsNotAdded() throws IOException {
        Recent<Note> notes = open();
        notes.add(new Note("first"));
        Files.createDirectory(folder.resolve("notes.json.new"));

        assertThatThrownBy(() -> notes.add(new Note("second"))).isInstanceOf(UncheckedIOException.class);
        assertThat(notes.all()).extracting(Note::text).containsExactly("first");
        assertThat(open().all()).extracting(Note::text).containsExactly("first");
    }

    @Test
    void anotherFileIsNotOverwrittenSilently() throws IOException {
        Files.writeString(folder.resolve("notes.json"), "{\"not\":\"a list\"}");

        assertThatThrownBy(this::open)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("rung check --repair puts it aside");
    }
}
