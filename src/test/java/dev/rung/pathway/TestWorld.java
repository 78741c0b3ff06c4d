package dev.rung.pathway;

import dev.rung.catalogue.BruteForceCatalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.encoder.SkillEncoder;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.match.Recommender;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A catalogue in the exact engine: written out record by record, or made by chance. */
final class TestWorld {
    static final SkillEncoder ENCODER = new LexicalEncoder();
    static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    final BruteForceCatalogue catalogue = new BruteForceCatalogue(ENCODER, Recommender.candidateReader(ENCODER));
    final Recommender recommender = new Recommender(catalogue, ENCODER);
    final Pathfinder pathfinder = new Pathfinder(recommender);

    /** With skills that have nothing to do with each other. */
    TestWorld(String... skills) {
        for (String skill : skills) {
            add(Kind.SKILLS, "{\"id\":\"" + skill + "\",\"label\":\"" + skill + "\",\"kind\":\"skill\"}");
        }
    }

    <T> TestWorld add(Kind<T> kind, String json) {
        catalogue.write(List.of(Change.put(kind, read(json, kind.type()))));
        return this;
    }

    /** A credential that teaches skills; what else it is, as JSON fields with a comma before. */
    TestWorld credential(String id, List<String> teaches, String more) {
        return add(
                Kind.CREDENTIALS,
                "{\"id\":\"" + id + "\",\"title\":\"" + id
                        + "\",\"issuer\":{\"id\":\"i\",\"name\":\"I\"},\"assessment\":[\"exam\"]," + "\"outcomes\":"
                        + list(teaches, "intermediate") + more + "}");
    }

    TestWorld role(String id, List<String> asks) {
        return add(
                Kind.ROLES,
                "{\"id\":\"" + id + "\",\"title\":\"" + id + "\",\"requirements\":" + list(asks, "foundation") + "}");
    }

    TestWorld job(String id, List<String> asks) {
        return add(
                Kind.JOBS,
                "{\"id\":\"" + id + "\",\"title\":\"" + id + "\",\"requirements\":" + list(asks, "foundation") + "}");
    }

    /** Asks, with the profile and the rest as JSON fields. */
    Pathways ask(String json) {
        return pathfinder.find(read(json, PathwayRequest.class).asOf(DAY));
    }

    Optional<Credential> credential(String id) {
        try (CatalogueView view = catalogue.view()) {
            return view.find(Kind.CREDENTIALS, id);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
        } catch (InvalidJson e) {
            throw new IllegalArgumentException(e.getMessage() + " in " + json, e);
        }
    }

    private static String list(List<String> skills, String level) {
        return skills.stream()
                .map(s -> "{\"skill\":\"" + s + "\",\"level\":\"" + level + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** One made by chance. The same seed makes the same world. */
    static TestWorld random(long seed) {
        Random random = new Random(seed);
        String[] skills =
                IntStream.range(0, 9).mapToObj(i -> "skill" + (char) ('a' + i)).toArray(String[]::new);
        TestWorld world = new TestWorld(skills);
        IntFunction<List<String>> some = most -> IntStream.range(0, 1 + random.nextInt(most))
                .mapToObj(i -> skills[random.nextInt(skills.length)])
                .distinct()
                .toList();
        int credentials = 3 + random.nextInt(6);
        for (int i = 0; i < credentials; i++) {
            StringBuilder more = new StringBuilder();
            if (random.nextInt(6) > 0) {
                more.append(",\"workload\":{\"hours\":")
                        .append(1 + random.nextInt(90))
                        .append(",\"ects\":")
                        .append(1 + random.nextInt(9))
                        .append('}');
            }
            if (random.nextInt(6) > 0) {
                more.append(",\"offer\":{\"cost\":{\"amount\":")
                        .append(50 * random.nextInt(9))
                        .append(",\"currency\":\"")
                        .append(random.nextInt(5) == 0 ? "USD" : "EUR")
                        .append("\"},\"modes\":[\"")
                        .append(random.nextBoolean() ? "online" : "onsite")
                        .append("\"]}");
            }
            // Any other one, so that there are cycles too, and ids that do not exist.
            int other = random.nextInt(credentials + 1);
            if (random.nextInt(3) == 0 && other != i)
                more.append(",\"entry\":{\"credentials\":[\"c").append(other).append("\"]}");
            int award = random.nextInt(credentials + 1);
            if (random.nextInt(3) == 0 && award != i) {
                more.append(",\"stacksInto\":[{\"award\":\"c")
                        .append(award)
                        .append("\",\"agreement\":\"Rules 2026\",\"ects\":")
                        .append(1 + random.nextInt(4))
                        .append("}]");
            }
            world.credential("c" + i, some.apply(3), more.toString());
        }
        for (int i = 0; i < 4; i++) world.role("r" + i, some.apply(4));
        for (int i = 0; i < 10; i++) world.job("j" + i, some.apply(4));
        return world;
    }

    /** A question made by chance to such a world. */
    static String question(long seed) {
        Random random = new Random(~seed);
        StringBuilder json = new StringBuilder("{\"steps\":" + (1 + random.nextInt(4)));
        json.append(",\"skills\":[{\"skill\":\"skill")
                .append((char) ('a' + random.nextInt(9)))
                .append("\"}]");
        if (random.nextInt(3) == 0)
            json.append(",\"credentials\":[{\"id\":\"c")
                    .append(random.nextInt(4))
                    .append("\"}]");
        json.append(
                switch (random.nextInt(4)) {
                    case 0 -> ",\"target\":{\"role\":\"r" + random.nextInt(4) + "\"}";
                    case 1 -> ",\"target\":{\"job\":\"j" + random.nextInt(10) + "\"}";
                    case 2 -> ",\"target\":{\"credential\":\"c" + random.nextInt(3) + "\"}";
                    default -> "";
                });
        json.append(",\"constraints\":{\"hoursPerWeek\":").append(5 + random.nextInt(10));
        if (random.nextBoolean()) json.append(",\"maxHours\":").append(random.nextInt(200));
        if (random.nextBoolean())
            json.append(",\"maxCost\":{\"amount\":").append(random.nextInt(900)).append(",\"currency\":\"EUR\"}");
        if (random.nextInt(4) == 0) json.append(",\"modes\":[\"online\"]");
        if (random.nextInt(4) == 0) json.append(",\"allowUnknown\":true");
        json.append('}');
        if (random.nextInt(3) == 0)
            json.append(",\"finishBy\":\"")
                    .append(DAY.plusWeeks(random.nextInt(30)))
                    .append('"');
        if (random.nextInt(3) == 0) json.append(",\"rates\":{\"USD\":0.9}");
        return json.append('}').toString();
    }
}
