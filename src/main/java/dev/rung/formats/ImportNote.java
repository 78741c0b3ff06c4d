package dev.rung.formats;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.json.Recent;
import dev.rung.skill.Check;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an import once it is over, for whoever runs the catalogue. Of data about people only numbers are remembered: the names of files and
 * what was wrong with a line may say something about somebody, and would outlast their erasure.
 *
 * @param at when it was over
 * @param by {@code command} or {@code http}
 * @param what was imported: {@code esco}, or a kind of record
 * @param files names of the files, without their folders
 * @param read records that were looked at
 * @param accepted those that went in
 * @param rejected those that did not
 * @param counts accepted ones by sort
 * @param errors the first {@value #MOST_ERRORS}, as {@code jobs.csv:12: /validThrough: is not a date}
 */
public record ImportNote(
        Instant at,
        String by,
        String what,
        List<String> files,
        long read,
        long accepted,
        long rejected,
        @JsonInclude(JsonInclude.Include.ALWAYS) Map<String, Long> counts,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> errors) {
    static final int MOST_ERRORS = 20;
    private static final int MOST_KEPT = 30;
    /** The name of the file in a data folder. */
    public static final String FILE = "imports.json";

    private static final Set<String> NOT_ABOUT_PEOPLE = Set.of("esco", "skills", "roles", "jobs", "credentials");

    public ImportNote(
            Instant at,
            String by,
            String what,
            @Nullable List<String> files,
            long read,
            long accepted,
            long rejected,
            Map<String, Long> counts,
            @Nullable List<String> errors) {
        this.at = Check.present("at", at);
        this.by = Check.id("by", by);
        this.what = Check.id("what", what);
        this.files = Check.list("files", files);
        this.read = read;
        this.accepted = accepted;
        this.rejected = rejected;
        this.counts = new TreeMap<>(Check.present("counts", counts));
        this.errors = Check.list("errors", errors);
    }

    /** What to remember of this report. */
    public static ImportNote of(Instant at, String by, String what, List<String> files, ImportReport report) {
        boolean isOpen = NOT_ABOUT_PEOPLE.contains(what);
        List<String> errors = report.errors().stream()
                .limit(MOST_ERRORS)
                .map(Problem::toString)
                .toList();
        return new ImportNote(
                at.truncatedTo(ChronoUnit.SECONDS),
                by,
                what,
                isOpen ? files : List.of(),
                report.read(),
                report.accepted(),
                report.rejected(),
                report.counts(),
                isOpen ? errors : List.of());
    }

    /** Those of the catalogue in a data folder. */
    public static Recent<ImportNote> in(Path folder) {
        return Recent.in(folder.resolve(FILE), ImportNote.class, MOST_KEPT);
    }

    /** Those of a catalogue that is in no folder. */
    public static Recent<ImportNote> inMemory() {
        return Recent.inMemory(MOST_KEPT);
    }
}
