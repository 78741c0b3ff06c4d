package dev.rung.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.rung.audit.Decision;
import dev.rung.badge.Achievement;
import dev.rung.badge.BadgeReport;
import dev.rung.behaviour.Event;
import dev.rung.behaviour.ObservedOutcomes;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.credential.Credential;
import dev.rung.credential.CreditPoints;
import dev.rung.credential.EntryConditions;
import dev.rung.credential.Issuer;
import dev.rung.credential.Money;
import dev.rung.credential.Offer;
import dev.rung.credential.Outcome;
import dev.rung.credential.OutcomeStatistics;
import dev.rung.credential.StackRule;
import dev.rung.credential.Workload;
import dev.rung.formats.ImportReport;
import dev.rung.json.Json;
import dev.rung.match.Bridge;
import dev.rung.match.CandidateAdvice;
import dev.rung.match.CandidateRequest;
import dev.rung.match.Change;
import dev.rung.match.CredentialAdvice;
import dev.rung.match.CredentialCard;
import dev.rung.match.DemandReport;
import dev.rung.match.Gap;
import dev.rung.match.GroupPlan;
import dev.rung.match.GroupRequest;
import dev.rung.match.JobAdvice;
import dev.rung.match.Missing;
import dev.rung.match.OpenedJobs;
import dev.rung.match.Reason;
import dev.rung.match.Recommendations;
import dev.rung.match.Recommender;
import dev.rung.match.RoleAdvice;
import dev.rung.match.SimilarCredentials;
import dev.rung.match.Understanding;
import dev.rung.match.Unused;
import dev.rung.match.Weights;
import dev.rung.pathway.Pathway;
import dev.rung.pathway.Pathways;
import dev.rung.person.Candidate;
import dev.rung.person.Constraints;
import dev.rung.person.Experience;
import dev.rung.person.HeldCredential;
import dev.rung.person.HeldSkill;
import dev.rung.person.Identifiers;
import dev.rung.person.Profile;
import dev.rung.person.Target;
import dev.rung.person.Verdict;
import dev.rung.privacy.PersonExport;
import dev.rung.role.Job;
import dev.rung.role.Place;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Skill;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code openapi.yaml} says what is so: the routes, their scopes, their forms; and its examples work. */
class OpenApiTest {
    @TempDir
    private static Path folder;

    private static JsonNode api;
    private static Running rung;

    @BeforeAll
    static void start() throws IOException {
        api = api();
        Catalogue starter = LuceneCatalogue.open(folder, Running.ENCODER, Recommender.candidateReader(Running.ENCODER));
        for (Kind<?> kind : Kind.ALL) {
            StringBuilder lines = new StringBuilder();
            try (Stream<Path> files = Files.list(Path.of("taxonomy", kind.plural()))) {
                for (Path file : files.sorted().toList())
                    lines.append(Files.readString(file)).append('\n');
            }
            Running.fill(starter, kind, lines.toString());
        }
        rung = Running.over(starter, c -> c);
    }

    @AfterAll
    static void stop() {
        rung.close();
    }

    private static JsonNode api() throws IOException {
        try (InputStream in = OpenApiTest.class.getResourceAsStream("/openapi.yaml")) {
            return new YAMLMapper().readTree(in);
        }
    }

    /** One operation, with one of its examples if it takes a body. */
    record Call(String method, String path, JsonNode operation, String mediaType, JsonNode example) {
        @Override
        public String toString() {
            return method + " " + path + " " + example.path("summary").asText();
        }
    }

    static Stream<Call> calls() throws IOException {
        List<Call> calls = new ArrayList<>();
        for (var path : api().path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                JsonNode content = operation.getValue().at("/requestBody/content");
                if (content.isMissingNode()) {
                    calls.add(new Call(method, path.getKey(), operation.getValue(), "", content));
                }
                for (var body : content.properties()) {
                    for (JsonNode example : body.getValue().path("examples")) {
                        calls.add(new Call(method, path.getKey(), operation.getValue(), body.getKey(), example));
                    }
                }
            }
        }
        // A record has to be there before it can be read or removed.
        calls.sort(java.util.Comparator.comparing(c -> c.method().equals("DELETE") ? 1 : 0));
        return calls.stream();
    }

    @Test
    void everyRouteIsDescribedAndEverythingDescribedIsARoute() {
        Map<String, String> routed = new TreeMap<>();
        for (Route route : Running.routes()) {
            routed.put(route.method().name() + " " + route.path(), route.scope().word() + " " + route.body());
        }
        Map<String, String> described = new TreeMap<>();
        for (var path : api.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                JsonNode content = operation.getValue().at("/requestBody/content");
                Body body = content.has("image/png")
                        ? Body.DOCUMENT
                        : content.has("application/json")
                                ? Body.JSON
                                : content.isMissingNode() ? Body.NONE : Body.LINES;
                described.put(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        operation.getValue().path("x-scope").asText() + " " + body);
            }
        }

        assertThat(described).isEqualTo(routed);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void examplesWork(Call call) {
        StringBuilder path = new StringBuilder(call.path());
        String separator = "?";
        for (JsonNode given : call.operation().path("parameters")) {
            JsonNode parameter = resolved(given);
            JsonNode example = parameter.path("example");
            if (parameter.path("in").asText().equals("path")) {
                int brace = path.indexOf("{" + parameter.path("name").asText() + "}");
                path.replace(brace, path.indexOf("}") + 1, encoded(example.asText()));
            } else if (parameter.path("in").asText().equals("query") && !example.isMissingNode()) {
                String value = example.isArray() ? example.path(0).asText() : example.asText();
                path.append(separator)
                        .append(parameter.path("name").asText())
                        .append('=')
                        .append(encoded(value));
                separator = "&";
            }
        }
        JsonNode value = call.example().path("value");
        var request = rung.request(path.toString());
        if (call.mediaType().isEmpty()) {
            request.method(call.method(), BodyPublishers.noBody());
        } else {
            byte[] body = value.isTextual() ? value.textValue().getBytes(UTF_8) : Json.write(value);
            request.method(call.method(), BodyPublishers.ofByteArray(body)).header("Content-Type", call.mediaType());
        }

        Running.Reply reply = rung.send(request);

        assertThat(reply.status()).as(reply.text()).isBetween(200, 299);
        JsonNode answer = call.operation().path("responses").path(Integer.toString(reply.status()));
        assertThat(answer.isMissingNode())
                .as("status " + reply.status() + " is described")
                .isFalse();
        for (var content : answer.path("content").properties()) {
            if (content.getKey().equals("*/*")) continue;
            assertThat(reply.header("Content-Type").orElseThrow()).startsWith(content.getKey());
            JsonNode schema = content.getValue().path("schema");
            if (content.getKey().equals("application/json")) conforms("", reply.json(), schema);
        }
    }

    @Test
    void theBulkExamplesRefuseOneLineAsTheySay() {
        JsonNode report = rung.bulk(
                        "/v1/jobs:bulk",
                        api.at(
                                        "/paths/~1v1~1jobs:bulk/post/requestBody/content/application~1x-ndjson/examples/lines/value")
                                .textValue())
                .json();

        assertThat(report.path("accepted").intValue()).isEqualTo(1);
        assertThat(report.path("rejected").intValue()).isEqualTo(1);
    }

    /** The forms that are records here, under the names that they have there. */
    static Stream<Map.Entry<String, Class<?>>> forms() {
        return Map.<String, Class<?>>ofEntries(
                Map.entry("Skill", Skill.class),
                Map.entry("Role", Role.class),
                Map.entry("Requirement", Requirement.class),
                Map.entry("Job", Job.class),
                Map.entry("Place", Place.class),
                Map.entry("Credential", Credential.class),
                Map.entry("Issuer", Issuer.class),
                Map.entry("Outcome", Outcome.class),
                Map.entry("Workload", Workload.class),
                Map.entry("Offer", Offer.class),
                Map.entry("Money", Money.class),
                Map.entry("EntryConditions", EntryConditions.class),
                Map.entry("StackRule", StackRule.class),
                Map.entry("CreditPoints", CreditPoints.class),
                Map.entry("OutcomeStatistics", OutcomeStatistics.class),
                Map.entry("Candidate", Candidate.class),
                Map.entry("Profile", Profile.class),
                Map.entry("HeldSkill", HeldSkill.class),
                Map.entry("Identifiers", Identifiers.class),
                Map.entry("Several", VerifyResource.Several.class),
                Map.entry("BadgeReports", VerifyResource.Reports.class),
                Map.entry("BadgeReport", BadgeReport.class),
                Map.entry("Achievement", Achievement.class),
                Map.entry("AchievedSkill", Achievement.AchievedSkill.class),
                Map.entry("Taken", HeldCredentialResource.Taken.class),
                Map.entry("Rechecked", HeldCredentialResource.Rechecked.class),
                Map.entry("Kept", HeldCredentialResource.Kept.class),
                Map.entry("HeldCredential", HeldCredential.class),
                Map.entry("Verdict", Verdict.class),
                Map.entry("Experience", Experience.class),
                Map.entry("Target", Target.class),
                Map.entry("Constraints", Constraints.class),
                Map.entry("Weights", Weights.class),
                Map.entry("Reason", Reason.class),
                Map.entry("Missing", Missing.class),
                Map.entry("Understanding", Understanding.class),
                Map.entry("CredentialAdvice", CredentialAdvice.class),
                Map.entry("RoleAdvice", RoleAdvice.class),
                Map.entry("JobAdvice", JobAdvice.class),
                Map.entry("Unused", Unused.class),
                Map.entry("Gap", Gap.class),
                Map.entry("GapPart", Gap.Part.class),
                Map.entry("Goal", Understanding.Goal.class),
                Map.entry("Change", Change.class),
                Map.entry("Standing", Change.Standing.class),
                Map.entry("Bridge", Bridge.class),
                Map.entry("OpenedJobs", OpenedJobs.class),
                Map.entry("OpenedJob", OpenedJobs.OpenedJob.class),
                Map.entry("GroupRequest", GroupRequest.class),
                Map.entry("GroupPlan", GroupPlan.class),
                Map.entry("GroupPart", GroupPlan.Part.class),
                Map.entry("DemandReport", DemandReport.class),
                Map.entry("DemandRow", DemandReport.Row.class),
                Map.entry("CandidateAdvice", CandidateAdvice.class),
                Map.entry("Chain", CandidateAdvice.Chain.class),
                Map.entry("Lack", CandidateAdvice.Lack.class),
                Map.entry("Alternative", CredentialAdvice.Alternative.class),
                Map.entry("Decision", Decision.class),
                Map.entry("DecisionShown", Decision.Shown.class),
                Map.entry("DecisionPage", DecisionResource.Listing.class),
                Map.entry("Card", CredentialCard.class),
                Map.entry("CardFact", CredentialCard.Fact.class),
                Map.entry("CardTopic", CredentialCard.Topic.class),
                Map.entry("CardStack", CredentialCard.Stack.class),
                Map.entry("CardOpens", CredentialCard.Opens.class),
                Map.entry("CardStrength", CredentialCard.StrengthOfEvidence.class),
                Map.entry("CardOutcomes", CredentialCard.Outcomes.class),
                Map.entry("CardShare", CredentialCard.Share.class),
                Map.entry("CardForYou", CredentialCard.ForYou.class),
                Map.entry("SimilarCredentials", SimilarCredentials.class),
                Map.entry("Similar", SimilarCredentials.Similar.class),
                Map.entry("NamedSkill", SimilarCredentials.Skill.class),
                Map.entry("CandidateRequest", CandidateRequest.class),
                Map.entry("Recommendations", Recommendations.class),
                Map.entry("Pathways", Pathways.class),
                Map.entry("PathwayGoal", Pathways.Goal.class),
                Map.entry("Position", Pathways.Position.class),
                Map.entry("PathwayLimits", Pathways.Limits.class),
                Map.entry("Credit", Pathways.Credit.class),
                Map.entry("CreditFrom", Pathways.Credit.From.class),
                Map.entry("KeptOut", Pathways.KeptOut.class),
                Map.entry("Pathway", Pathway.class),
                Map.entry("PathwayTotals", Pathway.Totals.class),
                Map.entry("PathwayProgress", Pathway.Progress.class),
                Map.entry("SkillAtLevel", Pathway.Skill.class),
                Map.entry("PathwayStep", Pathway.Step.class),
                Map.entry("PathwayExits", Pathway.Exits.class),
                Map.entry("ExitRole", Pathway.Exits.Role.class),
                Map.entry("CountsTowards", Pathway.Counts.class),
                Map.entry("RequiredBefore", Pathway.Required.class),
                Map.entry("PathwaySearch", Pathway.Search.class),
                Map.entry("BulkReport", ImportReport.class),
                Map.entry("LineProblem", dev.rung.formats.Problem.class),
                Map.entry("Reindexing", Reindexing.State.class),
                Map.entry("Problem", Problem.class),
                Map.entry("Fault", Problem.Fault.class),
                Map.entry("Page", RecordResource.Listing.class),
                Map.entry("Event", Event.class),
                Map.entry("EventReceipt", EventResource.Recorded.class),
                Map.entry("ObservedOutcomes", ObservedOutcomes.class),
                Map.entry("Rate", ObservedOutcomes.Rate.class),
                Map.entry("Batch", BatchResource.Batch.class),
                Map.entry("BatchItem", BatchResource.Item.class),
                Map.entry("BatchAnswers", BatchResource.Answers.class),
                Map.entry("BatchOutcome", BatchResource.Outcome.class),
                Map.entry("Export", PersonExport.class),
                Map.entry("Extracted", ExtractResource.Found.class),
                Map.entry("ExtractRequest", ExtractResource.Question.class),
                Map.entry("Mention", ExtractResource.Said.class),
                Map.entry("Imports", OperatorResource.Imports.class),
                Map.entry("ImportNote", dev.rung.formats.ImportNote.class),
                Map.entry("Evaluations", OperatorResource.Evaluations.class),
                Map.entry("EvaluationRequest", OperatorResource.Which.class),
                Map.entry("Evaluation", dev.rung.evaluation.Evaluation.class),
                Map.entry("EvaluatedCase", dev.rung.evaluation.GoldenCases.Result.class),
                Map.entry("Health", HealthResource.Health.class))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formsHaveTheFieldsOfTheirRecords(Map.Entry<String, Class<?>> form) {
        var mapper = Json.mapper();
        BeanDescription record = mapper.getSerializationConfig().introspect(mapper.constructType(form.getValue()));

        assertThat(fields(api.path("components").path("schemas").path(form.getKey())))
                .isEqualTo(record.findProperties().stream()
                        .map(BeanPropertyDefinition::getName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (JsonNode reference : api.findValues("$ref")) {
            assertThat(api.at(reference.textValue().substring(1)).isMissingNode())
                    .as(reference.textValue())
                    .isFalse();
        }
    }

    /** Every field of an answer is described, has the type described, and what is required is there. */
    private static void conforms(String at, JsonNode value, JsonNode given) {
        JsonNode schema = resolved(given);
        String type = schema.path("type").asText(schema.has("properties") ? "object" : "");
        assertThat(isOf(value, type))
                .as("%s should be %s, is %s", at, type, value)
                .isTrue();
        if (schema.has("enum")) {
            assertThat(schema.path("enum"))
                    .extracting(JsonNode::textValue)
                    .as(at)
                    .contains(value.textValue());
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) conforms(at + "/" + i, value.get(i), schema.path("items"));
        }
        if (!value.isObject() || schema.has("additionalProperties")) return;
        Set<String> known = fields(schema);
        if (known.isEmpty()) return;
        for (var field : value.properties()) {
            assertThat(known).as(at).contains(field.getKey());
            conforms(at + "/" + field.getKey(), field.getValue(), field(schema, field.getKey()));
        }
        for (JsonNode required : schema.path("required")) {
            assertThat(value.has(required.textValue()))
                    .as(at + "/" + required.textValue())
                    .isTrue();
        }
    }

    private static boolean isOf(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> type.isEmpty();
        };
    }

    private static Set<String> fields(JsonNode schema) {
        Set<String> fields = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(fields::add);
        for (JsonNode base : schema.path("allOf")) fields.addAll(fields(resolved(base)));
        return fields;
    }

    private static JsonNode field(JsonNode schema, String name) {
        JsonNode own = schema.path("properties").path(name);
        if (!own.isMissingNode()) return own;
        for (JsonNode base : schema.path("allOf")) {
            JsonNode inherited = field(resolved(base), name);
            if (!inherited.isMissingNode()) return inherited;
        }
        return own;
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
