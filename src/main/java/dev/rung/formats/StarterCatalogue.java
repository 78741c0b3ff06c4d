package dev.rung.formats;

import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.encoder.SkillEncoder;
import dev.rung.role.Role;
import dev.rung.skill.Skill;
import dev.rung.skill.Taxonomy;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue that Rung brings along ({@code taxonomy/}, see its README for the form).
 *
 * <pre>{@code
 * catalogue.write(StarterCatalogue.builtIn().changes(encoder));
 * }</pre>
 *
 * <p>Which files there are stands in {@code taxonomy/index}, one a line, so that it can be read from within a jar. Unlike an {@link Intake} this one
 * gives up at the first bad line, since Rung's own files have none. Immutable.
 */
public final class StarterCatalogue {
    private static final String INDEX = "index";

    private final Folder files;

    private StarterCatalogue(Folder files) {
        this.files = files;
    }

    /** Opens a file of the catalogue by its name, such as {@code skills/care.ndjson}. */
    @FunctionalInterface
    private interface Folder {
        InputStream open(String name) throws IOException;
    }

    /** The one within Rung itself. */
    public static StarterCatalogue builtIn() {
        return new StarterCatalogue(name -> {
            InputStream in = StarterCatalogue.class.getResourceAsStream("/taxonomy/" + name);
            if (in == null) throw new FileNotFoundException("taxonomy/" + name + " is missing from this build");
            return in;
        });
    }

    /** One in a folder of the same form. */
    public static StarterCatalogue in(Path folder) {
        return new StarterCatalogue(name -> Files.newInputStream(folder.resolve(name)));
    }

    /** The registry that knows its invented issuers. */
    public byte[] registry() {
        return bytes("trust/registry.json");
    }

    /** The list of which of their badges were revoked. */
    public byte[] statusList() {
        return bytes("trust/status-list.json");
    }

    private byte[] bytes(String name) {
        try (InputStream in = files.open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Everything in it: skills, roles, credentials, jobs, candidates, each by file and line. Jobs and outcomes that name no skills have those that were
     * found in their text.
     *
     * @param encoder to find skills with
     * @throws IllegalStateException if a line is not a record, naming file and line
     */
    public List<Change> changes(SkillEncoder encoder) {
        try {
            List<String> names;
            try (InputStream in = files.open(INDEX)) {
                names = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(l -> !l.isBlank())
                        .toList();
            }
            List<Skill> skills = records(names, Kind.SKILLS, Context.of(Taxonomy.EMPTY, List.of(), encoder));
            Taxonomy taxonomy = Taxonomy.of(skills);
            List<Role> roles = records(names, Kind.ROLES, Context.of(taxonomy, List.of(), encoder));
            Context context = Context.of(taxonomy, roles, encoder);
            List<Change> changes = new ArrayList<>();
            skills.forEach(skill -> changes.add(Change.put(Kind.SKILLS, skill)));
            roles.forEach(role -> changes.add(Change.put(Kind.ROLES, role)));
            addAll(changes, names, Kind.CREDENTIALS, context);
            addAll(changes, names, Kind.JOBS, context);
            addAll(changes, names, Kind.CANDIDATES, context);
            return List.copyOf(changes);
        } catch (IOException e) {
            throw new UncheckedIOException("the starter catalogue cannot be read: " + e.getMessage(), e);
        }
    }

    private <T> void addAll(List<Change> changes, List<String> names, Kind<T> kind, Context context)
            throws IOException {
        for (T record : records(names, kind, context)) changes.add(Change.put(kind, record));
    }

    private <T> List<T> records(List<String> names, Kind<T> kind, Context context) throws IOException {
        RecordMaker<T> maker = new RecordMaker<>(kind, Optional.empty(), context);
        List<T> records = new ArrayList<>();
        for (String name : names) {
            if (!name.startsWith(kind.plural() + "/")) continue;
            Ledger ledger = new Ledger();
            ledger.open(name);
            try (Rows rows = new NdjsonRows(new Lines(files.open(name)), ledger)) {
                for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                    Draft<T> draft = maker.make(row.get());
                    draft.record().ifPresent(records::add);
                    if (draft.record().isEmpty()) {
                        draft.remarks().forEach(r -> ledger.rejected(draft.line(), r.field(), r.message()));
                    }
                }
            }
            ImportReport report = ledger.report(true);
            if (!report.isClean())
                throw new IllegalStateException("taxonomy/" + report.errors().getFirst());
        }
        return records;
    }
}
