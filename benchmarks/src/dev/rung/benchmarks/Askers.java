package dev.rung.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.match.RecommendationRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The people who ask in every measurement of recommendations, in turn. */
public final class Askers {
    private static final List<String> PROFILES = List.of(
            """
            {"text":"I have been an accountant for six years and just earned a data analytics credential","experience":[{"role":"accountant","months":72}],
             "skills":[{"skill":"spreadsheets"},{"skill":"financial analysis"}],"asOf":"2026-11-22"}""",
            """
            {"text":"Nurse for eight years, I want to learn about telehealth","experience":[{"role":"nurse responsible for general care","months":96}],"asOf":"2026-11-22"}""",
            """
            {"skills":[{"skill":"Java"},{"skill":"SQL"},{"skill":"teamwork"},{"skill":"use version control"}],"target":{"role":"software developer"},"asOf":"2026-11-22"}""",
            """
            {"text":"I cared for my mother at home, I cook and clean","constraints":{"region":"ES-EX"},"asOf":"2026-11-22"}""",
            """
            {"experience":[{"role":"logistics analyst","months":40}],"skills":[{"skill":"plan transport operations"},{"skill":"supply chain management"}],"asOf":"2026-11-22"}""");

    private Askers() {}

    /** One question each, for twenty results. */
    public static List<RecommendationRequest> requests() throws InvalidJson {
        List<RecommendationRequest> requests = new ArrayList<>();
        for (String profile : PROFILES) {
            requests.add(Json.read(profile.getBytes(StandardCharsets.UTF_8), RecommendationRequest.class).limit(20));
        }
        return requests;
    }

    /** The same questions, as they are sent to a server. */
    public static List<byte[]> bodies() throws InvalidJson {
        List<byte[]> bodies = new ArrayList<>();
        for (String profile : PROFILES) {
            ObjectNode body = Json.read(profile.getBytes(StandardCharsets.UTF_8), ObjectNode.class);
            bodies.add(Json.write(body.put("limit", 20)));
        }
        return bodies;
    }
}
