package dev.rung.trust.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.trust.key.ControllerDocument;
import dev.rung.trust.key.Keyring;
import dev.rung.trust.key.PublicKeys;
import dev.rung.trust.key.UnusableKey;
import dev.rung.trust.part.Encoded;
import dev.rung.trust.part.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A credential as a JSON Web Token (RFC 7515, 7519; VC-JWT 1.1, VC-JOSE-COSE, Open Badges 3.0): header, payload and signature, each in
 * base64url, between dots.
 *
 * <p>The algorithm never chooses the key's kind: each key is used with the one algorithm that is its own, so a public RSA key cannot be
 * turned into a shared secret. {@code alg: none} and shared secrets are refused, and so is any {@code crit}, since none is understood.
 *
 * @param header the protected header
 * @param payload the claims
 * @param signed the bytes under the signature
 * @param signature the signature
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
public record WebToken(ObjectNode header, ObjectNode payload, byte[] signed, byte[] signature) {
    /** JOSE's name of an algorithm: the only kind of key it is used with, and Java's name for it. */
    private static final Map<String, Algorithm> ALGORITHMS = Map.of(
            "EdDSA", new Algorithm("Ed25519", "Ed25519"),
            "Ed25519", new Algorithm("Ed25519", "Ed25519"),
            "ES256", new Algorithm("P-256", "SHA256withECDSAinP1363Format"),
            "ES384", new Algorithm("P-384", "SHA384withECDSAinP1363Format"),
            "RS256", new Algorithm("RSA", "SHA256withRSA"));

    /** Reads a token; empty if the text is not one. */
    public static Optional<WebToken> read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) return Optional.empty();
        Optional<ObjectNode> header = object(parts[0]);
        Optional<ObjectNode> payload = object(parts[1]);
        Optional<byte[]> signature = Encoded.base64url(parts[2]);
        if (header.isEmpty() || payload.isEmpty() || signature.isEmpty()) return Optional.empty();
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        return Optional.of(new WebToken(header.get(), payload.get(), signed, signature.get()));
    }

    /** The token as it was written: its parts are read strictly, so there is only one way to write them. */
    public String compact() {
        return new String(signed, StandardCharsets.US_ASCII)
                + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /** Who the token says issued it: {@code iss}, else the issuer of the credential in it. */
    public Optional<String> issuer() {
        return text(payload.path("iss")).or(() -> issuerOf(credential()));
    }

    /** The credential in it: the claim {@code vc} (version 1.1), else the payload itself. */
    public ObjectNode credential() {
        return payload.path("vc") instanceof ObjectNode vc ? vc : payload;
    }

    private static Optional<String> issuerOf(ObjectNode credential) {
        JsonNode issuer = credential.path("issuer");
        return text(issuer.isObject() ? issuer.path("id") : issuer);
    }

    /** Checks the signature; adds the name of the key that it was found valid with. */
    public Part check(Keyring keyring, Instant at, Set<String> signers) {
        Optional<Part> refused = refused();
        if (refused.isPresent()) return refused.get();
        Algorithm algorithm = algorithm();
        Optional<String> inside = issuerOf(credential());
        if (payload.has("iss") && inside.isPresent() && !issuer().equals(inside)) {
            return invalid("issuer_mismatch", "The token's iss is not the issuer of the credential in it.");
        }
        try {
            Optional<String> name = keyName();
            return name.isPresent()
                    ? named(name.get(), algorithm, keyring, at, signers)
                    : unnamed(algorithm, keyring, at, signers);
        } catch (UnusableKey e) {
            return e.code().equals("key_type_unsupported")
                    ? unknown(e.code(), e.sentence())
                    : invalid(e.code(), e.sentence());
        }
    }

    /** Checks the signature with a key that the caller knows to be the right one. */
    public Part checkWith(PublicKey key, String name) {
        return refused().orElseGet(() -> match(key, name, algorithm(), new HashSet<>()));
    }

    private Algorithm algorithm() {
        return Objects.requireNonNull(ALGORITHMS.get(header.path("alg").asText()), "refused before");
    }

    /** Why the token is not even looked at, if so. */
    private Optional<Part> refused() {
        String alg = header.path("alg").asText();
        if (alg.equals("none")) {
            return Optional.of(invalid("alg_none", "The token is not signed: its algorithm is none."));
        }
        if (alg.startsWith("HS")) {
            return Optional.of(invalid(
                    "alg_not_allowed",
                    "The token's algorithm " + alg + " needs a shared secret, so it proves nothing."));
        }
        if (header.has("crit")) {
            return Optional.of(invalid(
                    "critical_header",
                    "The token demands extensions that are not understood here: " + header.path("crit") + "."));
        }
        return ALGORITHMS.containsKey(alg)
                ? Optional.empty()
                : Optional.of(unknown("alg_unsupported", "The token's algorithm " + alg + " is not supported."));
    }

    private Part named(String name, Algorithm algorithm, Keyring keyring, Instant at, Set<String> signers)
            throws UnusableKey {
        Optional<ControllerDocument> document = keyring.document(Keyring.owner(name));
        if (document.isEmpty()) {
            return unknown(
                    "key_document_missing",
                    "No document of " + Keyring.owner(name) + " is at hand that gives the key " + name
                            + "; supply it, or allow fetching.");
        }
        return match(document.get().assertionKey(name, at), name, algorithm, signers);
    }

    /** With no name for the key, one that the token brings along: it counts only if the issuer's document lists that same key. */
    private Part unnamed(Algorithm algorithm, Keyring keyring, Instant at, Set<String> signers) throws UnusableKey {
        Optional<String> issuer = issuer();
        if (!header.path("jwk").isObject() || issuer.isEmpty()) {
            return unknown("key_not_named", "The token does not name the key that signed it.");
        }
        PublicKey brought = PublicKeys.jwk(header.path("jwk"));
        Part match = match(brought, "in its header", algorithm, new HashSet<>());
        if (!match.isValid()) return match;
        Optional<ControllerDocument> document = keyring.document(issuer.get());
        if (document.isEmpty()) {
            return unknown(
                    "key_document_missing",
                    "The signature matches the key that the token brings along, but no document of " + issuer.get()
                            + " is at hand that says whose key that is; supply it, or allow fetching.");
        }
        Optional<String> name = document.get().nameOf(brought, at);
        if (name.isEmpty())
            return invalid(
                    "key_not_listed",
                    "The document of " + issuer.get() + " does not list the key that the token brings along.");
        return match(brought, name.get(), algorithm, signers);
    }

    private Part match(PublicKey key, String name, Algorithm algorithm, Set<String> signers) {
        if (!PublicKeys.kind(key).equals(algorithm.keyKind)) {
            return invalid(
                    "wrong_key_type",
                    "The token's algorithm does not go with a key of type " + PublicKeys.kind(key) + ".");
        }
        if (!Signatures.match(key, signed, signature, algorithm.java)) {
            return invalid("signature_mismatch", "The content is not what the key " + name + " signed.");
        }
        signers.add(name);
        return Part.valid(Part.SIGNATURE, "signature_matches", "Signed with " + name + ".");
    }

    /** The key's full name: {@code kid}, completed by the issuer where it is only the last part. */
    private Optional<String> keyName() {
        Optional<String> kid = text(header.path("kid"));
        Optional<String> issuer = issuer();
        if (kid.isEmpty()) {
            return header.has("jwk")
                    ? Optional.empty()
                    : issuer.map(Keyring::keyName).filter(n -> n.contains("#"));
        }
        if (kid.get().startsWith("did:") || kid.get().startsWith("https:")) return kid.map(Keyring::keyName);
        return issuer.map(i -> i + (kid.get().startsWith("#") ? "" : "#") + kid.get());
    }

    private static Optional<ObjectNode> object(String base64url) {
        Optional<byte[]> bytes = Encoded.base64url(base64url);
        if (bytes.isEmpty()) return Optional.empty();
        try {
            JsonNode json = Json.mapper().readTree(new String(bytes.get(), StandardCharsets.UTF_8));
            return json instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? Optional.of(node.textValue()) : Optional.empty();
    }

    private static Part unknown(String code, String sentence) {
        return Part.unknown(Part.SIGNATURE, code, sentence);
    }

    private static Part invalid(String code, String sentence) {
        return Part.invalid(Part.SIGNATURE, code, sentence);
    }

    private record Algorithm(String keyKind, String java) {}
}
