package dev.rung.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What people ask of a portal, in these shares: roles 25 %, jobs 25 %, credentials 15 %, searches 20 %, candidates 13 %, and 2 % write a job. Each profile
 * is a role and some skills of the catalogue, drawn with a seed, so that hardly any two are alike and every run asks the same. Used by one thread.
 */
final class Traffic {
    static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final List<String> roles;
    private final List<String> skills;
    private final SplittableRandom random;

    private Traffic(URI server, List<String> roles, List<String> skills, long seed) {
        this.server = server;
        this.roles = roles;
        this.skills = skills;
        this.random = new SplittableRandom(seed);
    }

    /** With the roles and skills of a server's catalogue. */
    static Traffic of(URI server, HttpClient client, long seed) throws IOException, InterruptedException {
        return new Traffic(server, labels(server, client, "roles", "title"), labels(server, client, "skills", "label"), seed);
    }

    /**
     * One request.
     *
     * @param sort such as {@code search}
     * @param wantsResults whether an answer without results would be wrong
     */
    record Question(String sort, HttpRequest request, boolean wantsResults) {
        /** Whether an answer lacks the results that it should have. */
        boolean isEmpty(byte[] answer) {
            if (!wantsResults) return false;
            String start = new String(answer, StandardCharsets.UTF_8);
            return start.contains("\"results\":[]") || start.contains("\"items\":[]");
        }
    }

    Question next() {
        int which = random.nextInt(100);
        if (which < 25) return ask("roles", profile());
        if (which < 50) return ask("jobs", profile());
        if (which < 65) return ask("credentials", profile());
        if (which < 85) return search();
        if (which < 98) return candidates();
        return write();
    }

    private Question ask(String about, ObjectNode profile) {
        return new Question(about, post("/v1/recommendations/" + about, profile), about.equals("roles"));
    }

    private Question search() {
        String words = roles.get(random.nextInt(roles.size())).split(" ")[0];
        HttpRequest request = request("/v1/roles?limit=20&q=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8))
                .build();
        return new Question("search", request, true);
    }

    private Question candidates() {
        ObjectNode body = JSON.createObjectNode().put("limit", 10);
        body.put("role", roles.get(random.nextInt(roles.size())));
        return new Question("candidates", post("/v1/candidates/search", body), false);
    }

    private Question write() {
        String id = "load-" + random.nextInt(1_000);
        ObjectNode job = JSON.createObjectNode().put("id", id).put("title", "Posting " + id).put("sample", true);
        ArrayNode requirements = job.putArray("requirements");
        for (int i = 0; i < 4; i++) {
            requirements.addObject().put("skill", skills.get(random.nextInt(skills.size())));
        }
        HttpRequest request = request("/v1/jobs/" + id)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(job.toString()))
                .build();
        return new Question("write", request, false);
    }

    private ObjectNode profile() {
        ObjectNode profile = JSON.createObjectNode().put("limit", 10);
        ObjectNode experience = profile.putArray("experience").addObject();
        experience.put("role", roles.get(random.nextInt(roles.size()))).put("months", 6 + random.nextInt(120));
        ArrayNode held = profile.putArray("skills");
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            held.addObject().put("skill", skills.get(random.nextInt(skills.size())));
        }
        return profile;
    }

    private HttpRequest post(String path, ObjectNode body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT);
    }

    private static List<String> labels(URI server, HttpClient client, String kind, String field)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/v1/" + kind + "?limit=100")).build();
        JsonNode page = JSON.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
        List<String> labels = new ArrayList<>();
        page.path("items").forEach(item -> labels.add(item.path(field).asText()));
        if (labels.isEmpty()) throw new IllegalStateException("the catalogue has no " + kind + ": " + page);
        return labels;
    }
}
