import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks the public database OSV which vulnerabilities are known of the libraries in a CycloneDX list, and prints them. Started by {@code .ci/vulnerabilities}.
 *
 * <p>Arguments: the list, the file of accepted vulnerabilities ({@code ID why}, one a line), the address of the service. Exit status: 0 none but accepted
 * ones, or not checked, which it says; 1 there are others; 2 the arguments were wrong.
 */
final class Vulnerabilities {
    private static final int BATCH = 1_000;
    private static final int MOST_PAGES = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI service;

    private Vulnerabilities(URI service) {
        this.service = service;
    }

    /** A library, and where to go on if not all that is known of it fitted into one answer. */
    private record Question(String purl, String page) {
        ObjectNode asJson() {
            ObjectNode query = JSON.createObjectNode();
            query.putObject("package").put("purl", purl);
            if (!page.isEmpty()) query.put("page_token", page);
            return query;
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 3) {
            System.err.println("arguments: SBOM ACCEPTED SERVICE");
            System.exit(2);
        }
        List<String> libraries = libraries(Path.of(args[0]));
        Map<String, String> accepted = accepted(Path.of(args[1]));
        Map<String, List<String>> found;
        try {
            found = new Vulnerabilities(URI.create(args[2])).of(libraries);
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            System.out.println("vulnerabilities: NOT CHECKED: " + args[2] + " could not be asked (" + why + ")");
            return;
        }
        System.exit(report(libraries.size(), found, accepted));
    }

    private static int report(int libraries, Map<String, List<String>> found, Map<String, String> accepted) {
        int open = 0;
        for (var each : found.entrySet()) {
            for (String id : each.getValue()) {
                String why = accepted.get(id);
                if (why == null) open++;
                System.out.println((why == null ? "KNOWN VULNERABILITY " : "accepted ") + id + " in " + each.getKey()
                        + (why == null ? ": https://osv.dev/vulnerability/" + id : ": " + why));
            }
        }
        System.out.println("vulnerabilities: " + libraries + " libraries asked about, " + open
                + " known vulnerabilities that nobody has accepted");
        return open == 0 ? 0 : 1;
    }

    private static List<String> libraries(Path sbom) throws IOException {
        List<String> purls = new ArrayList<>();
        for (JsonNode component : JSON.readTree(sbom.toFile()).path("components")) {
            purls.add(component.path("purl").asText().replaceFirst("\\?.*", ""));
        }
        if (purls.isEmpty() || purls.contains("")) throw new IOException(sbom + " does not name its libraries");
        return purls.stream().distinct().sorted().toList();
    }

    private static Map<String, String> accepted(Path file) throws IOException {
        Map<String, String> accepted = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] parts = line.strip().split("\\s+", 2);
            if (parts.length < 2) throw new IOException(file + ": " + line + ": say why it is accepted");
            accepted.put(parts[0], parts[1]);
        }
        return accepted;
    }

    /** The ids of what is known, by library. */
    private Map<String, List<String>> of(List<String> libraries) throws IOException, InterruptedException {
        Map<String, List<String>> found = new TreeMap<>();
        List<Question> open = new ArrayList<>(libraries.stream().map(l -> new Question(l, "")).toList());
        for (int page = 0; !open.isEmpty(); page++) {
            if (page > MOST_PAGES) throw new IOException("its answer does not end");
            List<Question> batch = open.subList(0, Math.min(BATCH, open.size()));
            List<Question> next = new ArrayList<>(open.subList(batch.size(), open.size()));
            JsonNode results = ask(batch);
            for (int i = 0; i < batch.size(); i++) {
                String library = batch.get(i).purl();
                for (JsonNode each : results.get(i).path("vulns")) {
                    found.computeIfAbsent(library, l -> new ArrayList<>()).add(each.path("id").asText());
                }
                String more = results.get(i).path("next_page_token").asText("");
                if (!more.isEmpty()) next.add(new Question(library, more));
            }
            open = next;
        }
        return found;
    }

    private JsonNode ask(List<Question> questions) throws IOException, InterruptedException {
        ArrayNode queries = JSON.createArrayNode();
        questions.forEach(q -> queries.add(q.asJson()));
        byte[] body = JSON.writeValueAsBytes(JSON.createObjectNode().set("queries", queries));
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(service)
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) throw new IOException("it answered with status " + answer.statusCode());
        JsonNode results = JSON.readTree(answer.body()).path("results");
        if (results.size() != questions.size()) throw new IOException("its answer is not one for each library");
        return results;
    }
}
