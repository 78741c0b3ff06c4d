package dev.rung.encoder.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A classification small enough to read, in the forms that the real ones are published in. All of it is invented. */
final class MadeUpSources {
    static final Settings SMALL = new Settings(24, 400, 1, 200, 2, 300, 1f, 40, 32, 0.09f, 1e-2f, 5, 0.2, 0.2, 7);

    private MadeUpSources() {}

    static Training.Sources in(Path folder, List<String> heldOut) throws IOException {
        Path esco = Files.createDirectories(folder.resolve("esco"));
        Path onet = Files.createDirectories(folder.resolve("onet"));
        Path sentences = Files.createDirectories(folder.resolve("sentences"));
        StringBuilder skills = new StringBuilder("conceptUri,preferredLabel,altLabels,hiddenLabels,description\n");
        String[] verbs = {"bake", "weld", "sew", "teach", "sell", "paint"};
        String[] things = {"bread", "steel frames", "coats", "dogs", "tickets", "walls"};
        for (int v = 0; v < verbs.length; v++) {
            for (int t = 0; t < things.length; t++) {
                String name = verbs[v] + " " + things[t];
                skills.append("s%d%d,%s,\"%sing %s\n%s the %s\n%s well\",,\"To %s, and to do it with care.\"%n"
                        .formatted(v, t, name, verbs[v], things[t], verbs[v], things[t], name, name));
            }
        }
        Files.writeString(esco.resolve("skills_en.csv"), skills);
        Files.writeString(esco.resolve("occupations_en.csv"), """
                conceptUri,preferredLabel,altLabels,hiddenLabels,description
                o1,baker,"bread maker
                bakery worker",,Bakers make bread and rolls.
                o2,welder,"steel welder
                frame welder",,Welders join steel.
                """);
        Files.writeString(
                esco.resolve("occupationSkillRelations.csv"),
                "occupationUri,relationType,skillType,skillUri\no1,essential,skill,s00\no2,essential,skill,s11\no2,optional,skill,s55\n");
        Files.writeString(
                esco.resolve("broaderRelationsSkillPillar.csv"),
                "conceptType,conceptUri,broaderType,broaderUri\nS,s00,G,g1\nS,s11,G,g2\n");
        Files.writeString(
                esco.resolve("skillGroups_en.csv"), "conceptUri,preferredLabel\ng1,preparing food\ng2,joining metal\n");

        Files.writeString(
                onet.resolve("Occupation Data.txt"),
                "Code\tTitle\tDescription\n1\tBakers\tMix and bake dough.\n2\tWelders\tJoin metal parts.\n");
        Files.writeString(
                onet.resolve("Alternate Titles.txt"),
                "Code\tTitle\tAlternate\tShort\tSource\n1\tBakers\tBread Baker\tn/a\t1\n2\tWelders\tArc Welder\tAW\t1\n");
        Files.writeString(
                onet.resolve("Task Statements.txt"), "Code\tTitle\tId\tTask\n1\tBakers\t1\tKnead the dough.\n");
        Files.writeString(
                onet.resolve("Technology Skills.txt"),
                "Code\tTitle\tExample\tNumber\tKind\n1\tBakers\tOvenOS\t1\tOven software\n");
        Files.writeString(
                onet.resolve("Tools Used.txt"), "Code\tTitle\tExample\tNumber\tKind\n2\tWelders\tTorch\t1\tTools\n");

        Files.writeString(
                sentences.resolve(Sentences.LABELLED),
                ",sentence,skills\n0,We want someone who loves warm loaves.,\"['bake bread', 'UNK']\"\n");
        Files.writeString(sentences.resolve(Sentences.MARKED), """
                {"tokens":["You","must","weld","steel","every","day"],"tags_skill":["O","O","B","I","O","O"],"tags_knowledge":["O","O","O","O","O","O"]}
                """);
        return new Training.Sources(esco, onet, Optional.of(sentences), heldOut);
    }
}
