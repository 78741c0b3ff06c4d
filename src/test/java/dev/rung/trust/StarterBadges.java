package dev.rung.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.person.Finding;
import dev.rung.person.Verdict;
import dev.rung.person.Verdict.Because;
import dev.rung.trust.part.Part;
import dev.rung.trust.registry.IssuerRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The recipe of the signed badges in {@code taxonomy/candidates} and of the files in {@code taxonomy/trust}. The invented issuers get keys that
 * are made for one run and forgotten with it, so running it again replaces all of them.
 *
 * <pre>
 * mvn -q test-compile
 * java -cp "target/test-classes:target/classes:$(mvn -q dependency:build-classpath -Dmdep.outputFile=/dev/stdout)" dev.rung.trust.StarterBadges 2026-11-22T12:00:00Z
 * </pre>
 *
 * <p>Every held credential that is illustrative and has a verdict gets a badge that a check at that moment finds so: signed by its issuer, or changed
 * after it was signed where the verdict's signature is to be invalid; expired, revoked, or by a key that the registry does not know, where the
 * verdict says so. The verdict is then what the check found. A credential of an issuer that exists gets no badge, since we are not that issuer, and so
 * no verdict either.
 */
public final class StarterBadges {
    private static final String LIST = "https://example.org/rung/status/1";

    private final Path taxonomy;
    private final Instant at;
    private final Map<String, JsonNode> credentials;
    private final Map<String, JsonNode> skills;
    private final Map<String, TestIssuer> issuers = new TreeMap<>();
    private final ObjectNode registry = Json.mapper().createObjectNode();
    private final byte[] revoked = new byte[16 << 10];
    private int place;

    private StarterBadges(Path taxonomy, Instant at) throws IOException {
        this.taxonomy = taxonomy;
        this.at = at;
        this.credentials = byId("credentials");
        this.skills = byId("skills");
        registry.put("name", "Sample registry of invented issuers").putArray("issuers");
    }

    /** The moment of the check, as in 2026-11-22T12:00:00Z. */
    public static void main(String[] moment) throws Exception {
        new StarterBadges(Path.of("taxonomy"), Instant.parse(moment[0])).write();
    }

    private Map<String, JsonNode> byId(String kind) throws IOException {
        Map<String, JsonNode> records = new TreeMap<>();
        for (Path file : files(kind)) {
            for (String line : Files.readAllLines(file)) {
                JsonNode record = Json.mapper().readTree(line);
                records.put(record.path("id").asText(), record);
            }
        }
        return records;
    }

    private List<Path> files(String kind) throws IOException {
        try (Stream<Path> files = Files.list(taxonomy.resolve(kind))) {
            return files.sorted().toList();
        }
    }

    private void write() throws Exception {
        Map<Path, List<ObjectNode>> people = new TreeMap<>();
        for (Path file : files("candidates")) {
            List<ObjectNode> records = new ArrayList<>();
            for (String line : Files.readAllLines(file))
                records.add((ObjectNode) Json.mapper().readTree(line));
            people.put(file, records);
            for (ObjectNode person : records) sign(person);
        }
        TrustSettings settings = TrustSettings.OFFLINE
                .at(at)
                .withTimeLimit(java.time.Duration.ofMinutes(1))
                .withRegistry(IssuerRegistry.read(Json.write(registry), "registry.json"))
                .withStatusList("status-list.json", statusList());
        for (Map.Entry<Path, List<ObjectNode>> file : people.entrySet()) {
            for (ObjectNode person : file.getValue()) judge(person, Verifier.of(settings));
            String lines =
                    file.getValue().stream().map(ObjectNode::toString).collect(Collectors.joining("\n", "", "\n"));
            Files.writeString(file.getKey(), lines);
        }
        Path folder = Files.createDirectories(taxonomy.resolve("trust"));
        Files.writeString(folder.resolve("registry.json"), Json.pretty(registry) + "\n");
        Files.writeString(
                folder.resolve("status-list.json"), Json.pretty(Json.mapper().readTree(statusList())) + "\n");
    }

    private static Iterable<JsonNode> held(ObjectNode person) {
        return person.path("profile").path("credentials");
    }

    private void sign(ObjectNode person) throws Exception {
        String id = person.path("id").asText();
        String email =
                person.path("name").asText().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", ".")
                        + "@example.org";
        boolean any = false;
        for (JsonNode each : held(person)) {
            ObjectNode held = (ObjectNode) each;
            JsonNode credential = credentials.get(held.path("id").asText());
            JsonNode verdict = held.path("verdict");
            held.remove(List.of("openBadge", "digest", "title"));
            if (verdict.isMissingNode()) continue;
            if (!credential.path("illustrative").asBoolean()) {
                held.remove("verdict");
                continue;
            }
            any = true;
            held.set("openBadge", badge(credential, held, verdict, id, email));
        }
        person.remove("identifiers");
        if (!any) return;
        ObjectNode identifiers = person.putObject("identifiers");
        identifiers.putArray("dids").add("did:example:" + id);
        identifiers.putArray("emails").add(email);
    }

    private ObjectNode badge(JsonNode credential, ObjectNode held, JsonNode wanted, String person, String email)
            throws Exception {
        boolean known = wanted.path("issuer").asText().equals("valid");
        String name = credential.path("issuer").path("name").asText();
        TestIssuer issuer =
                issuer(credential.path("issuer").path("id").asText() + (known ? "" : ", unregistered"), name, known);
        boolean unknownSigner = wanted.path("signature").asText().equals("unknown");
        String issuerId = unknownSigner
                ? "did:web:example.org:issuers:"
                        + credential.path("issuer").path("id").asText()
                : issuer.did();
        int number = ++place;
        ObjectNode badge = TestIssuer.tree("""
                {"@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "type": ["VerifiableCredential", "OpenBadgeCredential"]}""");
        badge.put(
                "id",
                "urn:uuid:"
                        + UUID.nameUUIDFromBytes((person + " " + held.path("id").asText()).getBytes(UTF_8)));
        badge.putObject("issuer")
                .put("id", issuerId)
                .put("name", name)
                .putArray("type")
                .add("Profile");
        badge.put("validFrom", held.path("awardedOn").asText() + "T00:00:00Z");
        validUntil(credential, held, wanted).ifPresent(end -> badge.put("validUntil", end + "T00:00:00Z"));
        badge.put("name", credential.path("title").asText());
        ObjectNode subject = badge.putObject("credentialSubject");
        subject.putArray("type").add("AchievementSubject");
        if (number % 2 == 0) subject.put("id", "did:example:" + person);
        else identity(subject, email, "salt-" + number);
        subject.set("achievement", achievement(credential));
        if (!wanted.path("status").asText().equals("unknown")) {
            if (wanted.path("status").asText().equals("invalid")) revoked[number / 8] |= (byte) (0x80 >> (number % 8));
            badge.putObject("credentialStatus")
                    .put("id", LIST + "#" + number)
                    .put("type", "BitstringStatusListEntry")
                    .put("statusPurpose", "revocation")
                    .put("statusListIndex", Integer.toString(number))
                    .put("statusListCredential", LIST);
        }
        String key = unknownSigner ? issuerId + "#key-1" : issuer.keyName();
        ObjectNode signed = issuer.withProof(badge, "eddsa-rdfc-2022", key);
        if (wanted.path("signature").asText().equals("invalid")) {
            signed.put("name", "Advanced " + signed.path("name").asText());
        }
        return signed;
    }

    private TestIssuer issuer(String id, String name, boolean known) throws Exception {
        if (issuers.containsKey(id)) return issuers.get(id);
        TestIssuer issuer = TestIssuer.ed25519();
        issuers.put(id, issuer);
        if (known)
            ((ArrayNode) registry.get("issuers"))
                    .addObject()
                    .put("id", issuer.did())
                    .put("name", name);
        return issuer;
    }

    private Optional<LocalDate> validUntil(JsonNode credential, JsonNode held, JsonNode wanted) {
        LocalDate today = LocalDate.ofInstant(at, java.time.ZoneOffset.UTC);
        if (held.has("validUntil"))
            return Optional.of(LocalDate.parse(held.path("validUntil").asText()).plusDays(1));
        Optional<LocalDate> end = credential.has("validMonths")
                ? Optional.of(LocalDate.parse(held.path("awardedOn").asText())
                        .plusMonths(credential.path("validMonths").asInt()))
                : Optional.empty();
        boolean expired = wanted.path("dates").asText().equals("invalid");
        return expired && end.filter(today::isAfter).isEmpty() ? Optional.of(today.minusMonths(3)) : end;
    }

    private static void identity(ObjectNode subject, String email, String salt) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest((email + salt).getBytes(UTF_8));
        subject.putArray("identifier")
                .addObject()
                .put("type", "IdentityObject")
                .put("hashed", true)
                .put("identityHash", "sha256$" + HexFormat.of().formatHex(hash))
                .put("identityType", "emailAddress")
                .put("salt", salt);
    }

    private ObjectNode achievement(JsonNode credential) {
        ObjectNode achievement = Json.mapper().createObjectNode();
        achievement.put(
                "id",
                "https://example.org/achievements/" + credential.path("id").asText());
        achievement.putArray("type").add("Achievement");
        achievement.put("achievementType", "MicroCredential");
        achievement.put("name", credential.path("title").asText());
        achievement.put("description", credential.path("description").asText());
        List<String> kinds = new ArrayList<>();
        credential.path("assessment").forEach(kind -> kinds.add(kind.asText().replace('-', ' ')));
        String narrative = kinds.isEmpty() || kinds.contains("none")
                ? "Attendance throughout the course."
                : "Assessed by " + String.join(" and ", kinds) + ".";
        achievement.putObject("criteria").put("narrative", narrative);
        ArrayNode alignments = achievement.putArray("alignment");
        for (JsonNode outcome : credential.path("outcomes")) {
            JsonNode skill = skills.get(outcome.path("skill").asText());
            if (skill == null) continue;
            ObjectNode alignment = alignments.addObject();
            alignment.putArray("type").add("Alignment");
            String url = skill.path("alignments")
                    .path(0)
                    .asText("https://example.org/skills/" + skill.path("id").asText());
            alignment.put("targetName", skill.path("label").asText()).put("targetUrl", url);
            if (url.contains("/esco/")) alignment.put("targetFramework", "ESCO");
        }
        if (alignments.isEmpty()) achievement.remove("alignment");
        return achievement;
    }

    private byte[] statusList() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(revoked);
        }
        TestIssuer issuer = issuer("status service", "", false);
        return issuer.signed(
                TestIssuer.tree("""
                {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "%s",
                 "type": ["VerifiableCredential", "BitstringStatusListCredential"], "issuer": "%s", "validFrom": "2026-01-01T00:00:00Z",
                 "credentialSubject": {"id": "%s#list", "type": "BitstringStatusList", "statusPurpose": "revocation", "encodedList": "u%s"}}
                """.formatted(LIST, issuer.did(), LIST, TestIssuer.base64url(packed.toByteArray()))));
    }

    /** Writes what a check finds now. */
    private static void judge(ObjectNode person, Verifier verifier) throws Exception {
        for (JsonNode each : held(person)) {
            ObjectNode held = (ObjectNode) each;
            if (!held.has("openBadge")) continue;
            CredentialDocument document = CredentialDocument.read(Json.write(held.get("openBadge")), 100_000);
            Verdict found = verifier.verify(document.bytes()).verdict();
            Part subject = SubjectCheck.check(
                    document, Json.read(person.get("identifiers"), dev.rung.person.Identifiers.class));
            if (subject.finding() != Finding.VALID) throw new IllegalStateException(person + ": " + subject);
            List<Because> reasons = new ArrayList<>(found.reasons());
            reasons.addAll(subject.reasons());
            Verdict verdict = new Verdict(
                    found.signature(),
                    found.dates(),
                    found.status(),
                    found.issuer(),
                    found.checkedAt(),
                    reasons,
                    Optional.of(subject.finding()),
                    Optional.empty());
            held.set("verdict", Json.mapper().readTree(Json.write(verdict)));
            held.put("digest", document.digest());
            held.put(
                    "title",
                    held.path("openBadge")
                            .path("credentialSubject")
                            .path("achievement")
                            .path("name")
                            .asText());
        }
    }
}
