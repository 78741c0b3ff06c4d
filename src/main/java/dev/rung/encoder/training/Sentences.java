package dev.rung.encoder.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences of job advertisements that people have labelled: SkillSkape (made-up sentences with the ESCO skills in them) and
 * SkillSpan (real sentences in which the words of a skill are marked). SkillSpan is mostly of offices and software, so O*NET's tasks, of which every one
 * speaks of work, can stand beside it.
 */
public final class Sentences {
    /** A sentence and the labels of the skills it asks for. */
    public record Labelled(String sentence, List<String> skills) {}

    /** A real sentence as words, and which of them belong to a skill or to a thing one must know. */
    public static final class Marked {
        private final List<String> words;
        private final boolean[] skill;

        Marked(List<String> words, boolean[] skill) {
            this.words = words;
            this.skill = skill;
        }

        public String sentence() {
            return String.join(" ", words);
        }

        /** The places in {@link #sentence()} that are marked. */
        public BitSet marks() {
            BitSet marks = new BitSet();
            int at = 0;
            for (int i = 0; i < skill.length; i++) {
                if (skill[i]) marks.set(at, at + words.get(i).length());
                at += words.get(i).length() + 1;
            }
            return marks;
        }

        /** The marked stretches of words. */
        public List<String> spans() {
            return stretches(true);
        }

        /** The stretches of words between them. */
        List<String> rests() {
            return stretches(false);
        }

        private List<String> stretches(boolean marked) {
            List<String> stretches = new ArrayList<>();
            int from = 0;
            for (int to = 1; to <= skill.length; to++) {
                if (to < skill.length && skill[to] == skill[from]) continue;
                if (skill[from] == marked) stretches.add(String.join(" ", words.subList(from, to)));
                from = to;
            }
            return stretches;
        }
    }

    static final String LABELLED = "skillskape_train.csv";
    static final String MARKED = "skillspan_train.json";

    /** The labels stand in a Python list: {@code ['plan work', "customers' needs"]}. */
    private static final Pattern QUOTED = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** What SkillSkape writes where a sentence has a skill that ESCO has not. */
    private static final String UNKNOWN = "UNK";

    public final List<Labelled> labelled = new ArrayList<>();
    public final List<Marked> marked = new ArrayList<>();
    /** What people do in the occupations of O*NET, in a sentence each; read only where asked for. */
    public final List<String> tasks = new ArrayList<>();

    private Sentences() {}

    /** Without a folder: none. */
    static Sentences none() {
        return new Sentences();
    }

    /** @throws IOException if neither file is in the folder, or one of them is not in its form */
    public static Sentences read(Path folder) throws IOException {
        Sentences sentences = new Sentences();
        Path skape = folder.resolve(LABELLED);
        Path span = folder.resolve(MARKED);
        if (!Files.isRegularFile(skape) && !Files.isRegularFile(span)) {
            throw new IOException(folder + ": has neither " + LABELLED + " nor " + MARKED);
        }
        if (Files.isRegularFile(skape)) sentences.readLabelled(skape);
        if (Files.isRegularFile(span)) sentences.readMarked(span);
        return sentences;
    }

    /**
     * The same with O*NET's task statements.
     *
     * @throws IOException also if they cannot be read
     */
    public static Sentences read(Path folder, Path onet) throws IOException {
        Sentences sentences = read(folder);
        sentences.tasks.addAll(OnetFolder.tasks(onet));
        return sentences;
    }

    private void readLabelled(Path file) throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            while (rows.hasNext()) {
                Map<String, String> row = rows.next();
                List<String> skills = new ArrayList<>();
                Matcher quoted = QUOTED.matcher(row.getOrDefault("skills", ""));
                while (quoted.find()) {
                    String skill = quoted.group(1) != null ? quoted.group(1) : quoted.group(2);
                    if (!skill.equals(UNKNOWN)) skills.add(skill.replace("\\", ""));
                }
                labelled.add(new Labelled(row.getOrDefault("sentence", ""), skills));
            }
        }
    }

    private void readMarked(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = json.readTree(line);
            List<String> words = new ArrayList<>();
            row.path("tokens").forEach(token -> words.add(token.asText()));
            boolean[] skill = new boolean[words.size()];
            for (String tags : List.of("tags_skill", "tags_knowledge")) {
                for (int i = 0; i < skill.length; i++) {
                    skill[i] |= !"O".equals(row.path(tags).path(i).asText("O"));
                }
            }
            marked.add(new Marked(words, skill));
        }
    }
}
