package dev.rung.match;

import dev.rung.catalogue.BruteForceCatalogue;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** A catalogue small enough to reckon with by hand, and questions to it in JSON as people send them. */
final class Workshop {
    static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    final BruteForceCatalogue catalogue =
            new BruteForceCatalogue(World.ENCODER, Recommender.candidateReader(World.ENCODER));
    final Recommender recommender = new Recommender(catalogue, World.ENCODER);

    Workshop() {
        put(Kind.SKILLS, """
                {"id":"weld","label":"weld","altLabels":["welding"],"kind":"skill","related":["solder"]}
                {"id":"weld-steel","label":"join steel by arc","kind":"skill","broader":["weld"]}
                {"id":"solder","label":"solder","kind":"skill"}
                {"id":"bake","label":"bake pastries","altLabels":["pastry","pastry baking"],"kind":"skill"}
                {"id":"sql","label":"SQL","kind":"tool"}
                """);
        put(Kind.ROLES, """
                {"id":"welder","title":"welder","requirements":[{"skill":"weld"}]}
                {"id":"pastry-chef","title":"pastry chef","requirements":[{"skill":"bake","level":"advanced"}]}
                """);
        put(Kind.CREDENTIALS, """
                {"id":"weld-exam","title":"Examined course","issuer":{"id":"inst","name":"Example Institute"},"outcomes":[{"skill":"weld","level":"intermediate"}],"assessment":["exam"],"validMonths":36}
                {"id":"weld-talk","title":"Attended course","issuer":{"id":"inst","name":"Example Institute"},"outcomes":[{"skill":"weld","level":"intermediate"}],"assessment":["none"]}
                """);
        put(Kind.JOBS, """
                {"id":"job-weld","title":"Yard","requirements":[{"skill":"weld"}],"sample":true}
                {"id":"job-bake","title":"Oven","requirements":[{"skill":"bake"}],"sample":true}
                """);
    }

    void put(Kind<?> kind, String lines) {
        lines.lines().filter(l -> !l.isBlank()).forEach(line -> catalogue.write(List.of(change(kind, line))));
    }

    private static <T> Change change(Kind<T> kind, String line) {
        return Change.put(kind, read(line, kind.type()));
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8), type);
        } catch (InvalidJson e) {
            throw new AssertionError(e.getMessage() + " in " + json, e);
        }
    }

    /** A question as people send it. */
    static RecommendationRequest asked(String json) {
        return read(json, RecommendationRequest.class).asOf(DAY);
    }

    /** How well that person fits the welder, who needs one skill: the strength with which they hold it; 0 if not at all. */
    double asWelder(String json) {
        return recommender.roles(asked(json)).results().stream()
                .filter(r -> r.id().equals("welder"))
                .mapToDouble(RoleAdvice::score)
                .sum();
    }

    /** The reason for that fit. */
    Reason reasonAsWelder(String json) {
        return recommender.roles(asked(json)).results().getFirst().reasons().getFirst();
    }
}
