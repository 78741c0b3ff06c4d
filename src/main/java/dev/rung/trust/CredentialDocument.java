package dev.rung.trust;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.person.HeldCredential;
import dev.rung.trust.linked.CanonicalJson;
import dev.rung.trust.proof.WebToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A credential to be read or kept. Nothing in it is believed because it is written there: that is for {@link Verifier} to say.
 *
 * <pre>{@code
 * CredentialDocument badge = CredentialDocument.read(Files.readAllBytes(Path.of("badge.png")), 4_000_000);
 * badge.digest();       // the same for the badge as a file of its own, however it is indented
 * badge.json();         // to keep; CredentialDocument.of(badge.json()) is the same badge
 * }</pre>
 *
 * <p>What is kept verifies as what was handed in: proofs cover the statements, or the canonical form, of the JSON and not its spaces, and a
 * token is kept letter by letter, in the envelope that VC Data Model 2.0 (section 4.13) has for it.
 */
public final class CredentialDocument {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final Presented presented;

    private CredentialDocument(Presented presented) {
        this.presented = presented;
    }

    /**
     * Reads JSON, a token, or an image with either baked in.
     *
     * @throws Unreadable if it is none of these
     */
    public static CredentialDocument read(byte[] bytes, int maxBytes) throws Unreadable {
        return new CredentialDocument(Presented.read(bytes, maxBytes));
    }

    /**
     * Reads what {@link #json()} wrote, or a credential as JSON.
     *
     * @throws Unreadable if it has half a character in it, or is an envelope without a token
     */
    public static CredentialDocument of(Map<String, Object> json) throws Unreadable {
        return new CredentialDocument(Presented.read(new String(Json.write(json), StandardCharsets.UTF_8)));
    }

    /** The document of a credential that somebody holds; none if there is none, or if it cannot be read. */
    public static Optional<CredentialDocument> of(HeldCredential held) {
        if (held.openBadge().isEmpty()) return Optional.empty();
        try {
            return Optional.of(of(held.openBadge().get()));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** What it is, by the types it gives itself. */
    public CredentialKind kind() {
        return CredentialKind.of(credential());
    }

    /** The credential; that of a token is what is inside. Do not change it. */
    public ObjectNode credential() {
        return presented.credential();
    }

    /** The claims of the token that it came in, if it came in one. Do not change them. */
    public Optional<ObjectNode> claims() {
        return presented.token().map(WebToken::payload);
    }

    /** The document as JSON. */
    public Map<String, Object> json() {
        return Json.mapper().convertValue(tree(), MAP);
    }

    /** The document as JSON in UTF-8. */
    public byte[] bytes() {
        return Json.write(tree());
    }

    /** SHA-256 of the token, or of the JSON in its canonical form (RFC 8785), in hexadecimal. */
    public String digest() {
        String canonical = presented.token().map(WebToken::compact).orElseGet(() -> CanonicalJson.of(credential()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The credentials in it (of a transcript, CLR 2.0), without endorsements; those that cannot be read are left out. */
    public List<Inner> within() {
        List<Inner> within = new ArrayList<>();
        for (HeldInside.Found found : HeldInside.of(credential())) {
            if (!found.pointer().contains("/verifiableCredential") || within.size() >= HeldInside.MAX) continue;
            try {
                within.add(new Inner(found.pointer(), new CredentialDocument(found.read())));
            } catch (Unreadable e) {
                continue; // the verifier tells what is wrong with it
            }
        }
        return List.copyOf(within);
    }

    /**
     * A credential inside another.
     *
     * @param pointer where it is (JSON Pointer, RFC 6901)
     * @param document the credential
     */
    public record Inner(String pointer, CredentialDocument document) {}

    private JsonNode tree() {
        Optional<WebToken> token = presented.token();
        if (token.isEmpty()) return credential();
        ObjectNode envelope = Json.mapper().createObjectNode();
        envelope.put("@context", "https://www.w3.org/ns/credentials/v2");
        envelope.put("id", "data:application/jwt," + token.get().compact());
        return envelope.put("type", "EnvelopedVerifiableCredential");
    }
}
