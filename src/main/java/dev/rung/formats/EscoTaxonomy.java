package dev.rung.formats;

import dev.rung.skill.Skill;
import dev.rung.skill.Taxonomy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The skills of the ESCO classification alone, without a catalogue to put them in: for evaluations. */
public final class EscoTaxonomy {
    private EscoTaxonomy() {}

    /**
     * Reads them as an import would; rows that it would reject are left out.
     *
     * @param folderOrZip ESCO's English CSV files
     * @throws IOException if a file that is needed is missing or cannot be read at all
     */
    public static Taxonomy read(Path folderOrZip) throws IOException {
        try (EscoFiles files = EscoFiles.open(folderOrZip)) {
            List<Skill> skills = new ArrayList<>();
            EscoReader.read(files, new Ledger()).skills().forEach(s -> skills.add(s.record()));
            return Taxonomy.of(skills);
        }
    }
}
