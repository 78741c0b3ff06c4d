package dev.rung.badge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.skill.Level;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How well the holder of a badge can do what it is about. The first that says something decides:
 *
 * <ol>
 *   <li>the level reached in its results, in words (“Advanced”)
 *   <li>an alignment with the EQF, or with a national framework whose levels were referenced to it (see {@link #NATIONAL})
 *   <li>the kind of degree (bachelor EQF 6, master 7, doctorate 8, short cycle 5, upper secondary 4: the Bologna cycles)
 *   <li>a word of level in its name (“Introduction to”, “Advanced”)
 *   <li>otherwise intermediate
 * </ol>
 *
 * @param level the level
 * @param from what said so
 */
record AchievedLevel(Level level, String from) {
    /** Each level of a national framework, from 1, as the EQF level it was referenced to (the countries' EQF referencing reports). */
    private static final Map<String, int[]> NATIONAL = Map.of(
            "eqf", new int[] {1, 2, 3, 4, 5, 6, 7, 8},
            "dqr", new int[] {1, 2, 3, 4, 5, 6, 7, 8},
            "nqr", new int[] {1, 2, 3, 4, 5, 6, 7, 8},
            "rqf", new int[] {2, 3, 4, 5, 5, 6, 7, 8},
            "scqf", new int[] {1, 1, 1, 2, 3, 4, 5, 5, 6, 6, 7, 8},
            "nfq", new int[] {1, 1, 2, 3, 4, 5, 6, 6, 7, 8});

    private static final Map<String, String> FULL_NAMES = Map.of(
            "european qualifications framework", "eqf",
            "deutscher qualifikationsrahmen", "dqr",
            "nationaler qualifikationsrahmen", "nqr",
            "regulated qualifications framework", "rqf",
            "scottish credit and qualifications framework", "scqf",
            "national framework of qualifications", "nfq");

    private static final Map<String, Integer> DEGREES = Map.of(
            "AssociateDegree", 5,
            "BachelorDegree", 6,
            "MasterDegree", 7,
            "DoctoralDegree", 8,
            "ResearchDoctorate", 8,
            "ProfessionalDoctorate", 8,
            "SecondarySchoolDiploma", 4,
            "GeneralEducationDevelopment", 4);

    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])(\\d{1,2})(?![\\d.]\\d)");
    private static final Pattern EQF_ADDRESS = Pattern.compile("(?i).*/snb/eqf/(\\d)\\b.*");

    /** Words of level, from the highest: “advanced beginner” is no advanced. */
    private static final Pattern FOUNDATION = Pattern.compile(
            "(?iu)\\b(?:foundations?|beginners?|basics?|novice|introduct(?:ion|ory)|entry[- ]level|elementary)\\b");

    private static final Pattern EXPERT = Pattern.compile("(?iu)\\b(?:experts?|highly speciali[sz]ed)\\b");
    private static final Pattern ADVANCED = Pattern.compile("(?iu)\\b(?:advanced|proficient)\\b");
    private static final Pattern INTERMEDIATE = Pattern.compile("(?iu)\\b(?:intermediate|competent)\\b");

    static AchievedLevel of(JsonNode subject, JsonNode achievement) {
        return ofResults(subject, achievement)
                .or(() -> ofFrameworks(achievement))
                .or(() -> ofDegree(achievement))
                .or(() -> Fields.text(achievement.path("name"))
                        .flatMap(AchievedLevel::word)
                        .map(level -> new AchievedLevel(level, "name")))
                .orElse(new AchievedLevel(Level.INTERMEDIATE, "default"));
    }

    /** The level that a result says was reached. */
    static Optional<AchievedLevel> ofResult(JsonNode result, JsonNode achievement) {
        String reached = result.path("achievedLevel").asText();
        for (JsonNode description : Fields.each(achievement.path("resultDescription"))) {
            for (JsonNode rubric : Fields.each(description.path("rubricCriterionLevel"))) {
                if (!reached.isEmpty() && rubric.path("id").asText().equals(reached)) {
                    Optional<Level> level = word(rubric.path("level").asText())
                            .or(() -> word(rubric.path("name").asText()));
                    if (level.isPresent()) return Optional.of(new AchievedLevel(level.get(), "result"));
                }
            }
            boolean isLevel = description.path("resultType").asText().equals("PerformanceLevel")
                    && description
                            .path("id")
                            .asText()
                            .equals(result.path("resultDescription").asText());
            if (isLevel) {
                Optional<Level> level = word(result.path("value").asText());
                if (level.isPresent()) return Optional.of(new AchievedLevel(level.get(), "result"));
            }
        }
        return Optional.empty();
    }

    private static Optional<AchievedLevel> ofResults(JsonNode subject, JsonNode achievement) {
        return Fields.each(subject.path("result")).stream()
                .map(result -> ofResult(result, achievement))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<AchievedLevel> ofFrameworks(JsonNode achievement) {
        for (JsonNode alignment : Fields.each(achievement.path("alignment"))) {
            Matcher address = EQF_ADDRESS.matcher(alignment.path("targetUrl").asText());
            if (address.matches()) {
                Optional<AchievedLevel> level = level("eqf", Integer.parseInt(address.group(1)));
                if (level.isPresent()) return level;
            }
            Optional<String> framework =
                    framework(alignment.path("targetFramework").asText());
            if (framework.isEmpty()) continue;
            for (String field : new String[] {"targetCode", "targetName"}) {
                Matcher number = NUMBER.matcher(alignment.path(field).asText());
                if (!number.find()) continue;
                Optional<AchievedLevel> level = level(framework.get(), Integer.parseInt(number.group(1)));
                if (level.isPresent()) return level;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> framework(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> full : FULL_NAMES.entrySet()) {
            if (plain.contains(full.getKey())) return Optional.of(full.getValue());
        }
        for (String word : plain.split("[^a-z]+")) {
            if (NATIONAL.containsKey(word)) return Optional.of(word);
        }
        return Optional.empty();
    }

    private static Optional<AchievedLevel> level(String framework, int number) {
        int[] levels = NATIONAL.getOrDefault(framework, new int[0]);
        if (number < 1 || number > levels.length) return Optional.empty();
        return Optional.of(new AchievedLevel(Level.ofEqf(levels[number - 1]), framework + " " + number));
    }

    private static Optional<AchievedLevel> ofDegree(JsonNode achievement) {
        String type = achievement.path("achievementType").asText();
        Integer eqf = DEGREES.get(type);
        return eqf == null ? Optional.empty() : Optional.of(new AchievedLevel(Level.ofEqf(eqf), "type " + type));
    }

    private static Optional<Level> word(String text) {
        if (FOUNDATION.matcher(text).find()) return Optional.of(Level.FOUNDATION);
        if (EXPERT.matcher(text).find()) return Optional.of(Level.EXPERT);
        if (ADVANCED.matcher(text).find()) return Optional.of(Level.ADVANCED);
        return INTERMEDIATE.matcher(text).find() ? Optional.of(Level.INTERMEDIATE) : Optional.empty();
    }
}
