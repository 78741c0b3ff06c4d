package dev.rung.formats;

import dev.rung.catalogue.BruteForceCatalogue;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.encoder.SkillEncoder;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.SkillKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A small catalogue, a folder of files, and an import of one into the other. */
final class Trial {
    static final SkillEncoder ENCODER = new LexicalEncoder();

    final Catalogue catalogue = new BruteForceCatalogue(ENCODER, (candidate, view) -> java.util.Map.of());
    final List<Problem> problems = new ArrayList<>();
    private final Path folder;

    private Trial(Path folder, boolean empty) {
        this.folder = folder;
        if (empty) return;
        catalogue.write(List.of(
                Change.put(Kind.SKILLS, skill("bake-pastries", "bake pastries", "pastry baking")),
                Change.put(Kind.SKILLS, skill("weld-steel", "weld steel", "steel welding")),
                Change.put(Kind.SKILLS, skill("accounting", "accounting", "accountancy"))));
    }

    /** With three skills in the catalogue. */
    Trial(Path folder) {
        this(folder, false);
    }

    /** With nothing in the catalogue, so that no skills are looked for. */
    static Trial empty(Path folder) {
        return new Trial(folder, true);
    }

    static Skill skill(String id, String label, String... altLabels) {
        return new Skill(
                new SkillId(id),
                label,
                List.of(altLabels),
                SkillKind.SKILL,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    Path file(String name, String... lines) {
        return file(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    ImportReport take(Kind<?> kind, Path file, String... fields) {
        Optional<Mapping> mapping =
                fields.length == 0 ? Optional.empty() : Optional.of(Mapping.of(kind, List.of(fields)));
        return run(intake -> intake.records(kind, List.of(file), mapping), false);
    }

    ImportReport esco(Path path) {
        return run(intake -> intake.esco(path), false);
    }

    interface Work {
        void on(Intake intake) throws IOException;
    }

    ImportReport run(Work work, boolean dryRun) {
        try (Intake intake = new Intake(catalogue, ENCODER, new Ledger(problems::add), Progress.NONE, dryRun)) {
            work.on(intake);
            return intake.report();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T get(Kind<T> kind, String id) {
        try (CatalogueView view = catalogue.view()) {
            return view.find(kind, id).orElseThrow(() -> new AssertionError("no " + kind + " " + id));
        }
    }

    <T> List<String> ids(Kind<T> kind) {
        List<String> ids = new ArrayList<>();
        try (CatalogueView view = catalogue.view()) {
            view.each(kind, record -> ids.add(kind.idOf(record)));
        }
        return ids;
    }

    /** Errors as “line field”, which is what people look for. */
    static List<String> where(List<Problem> problems) {
        return problems.stream().map(p -> (p.line() + " " + p.field()).strip()).toList();
    }
}
