package dev.rung.trust.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.trust.key.ControllerDocument;
import dev.rung.trust.key.Keyring;
import dev.rung.trust.key.PublicKeys;
import dev.rung.trust.key.UnusableKey;
import dev.rung.trust.linked.CanonicalJson;
import dev.rung.trust.linked.NotCanonical;
import dev.rung.trust.linked.PlainForm;
import dev.rung.trust.linked.Statements;
import dev.rung.trust.part.Deadline;
import dev.rung.trust.part.Encoded;
import dev.rung.trust.part.Moments;
import dev.rung.trust.part.Part;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The proofs embedded in a credential: one, a set (each signs the document alone) or a chain (each also signs the ones before it).
 *
 * <p>The signature of the whole is valid if every proof in it is. One proof that cannot be checked leaves it unknown, whatever the others
 * say: otherwise somebody could spoil a proof's name and nobody would notice.
 *
 * <p>Not thread-safe: one for each credential.
 */
public final class EmbeddedProofs {
    /** Most proofs on one credential. The standard's own examples have three. */
    private static final int MAX_PROOFS = 8;

    private final ObjectNode credential;
    private final Keyring keyring;
    private final Instant at;
    private final Deadline deadline;
    private final Set<String> signers = new HashSet<>();

    public EmbeddedProofs(ObjectNode credential, Keyring keyring, Instant at, Deadline deadline) {
        this.credential = credential;
        this.keyring = keyring;
        this.at = at;
        this.deadline = deadline;
    }

    /** The names of the keys whose proofs were found valid, once {@link #check()} has been called. */
    public Set<String> signers() {
        return Set.copyOf(signers);
    }

    /** What all the proofs together say of the signature. */
    public Part check() {
        JsonNode proof = credential.path("proof");
        List<JsonNode> proofs = new ArrayList<>();
        if (proof.isArray()) proof.forEach(proofs::add);
        else if (!proof.isMissingNode() && !proof.isNull()) proofs.add(proof);
        if (proofs.isEmpty()) return unknown("no_proof", "It carries no proof, so anyone could have written it.");
        if (proofs.size() > MAX_PROOFS)
            return unknown("too_complex", "It carries more than " + MAX_PROOFS + " proofs.");
        return proofs.stream()
                .map(one -> one instanceof ObjectNode object
                        ? check(object, proofs)
                        : invalid("proof_malformed", "A proof must be a JSON object."))
                .reduce(Part::both)
                .orElseThrow();
    }

    private Part check(ObjectNode proof, List<JsonNode> all) {
        Optional<Suite> suite = Suite.of(proof);
        if (suite.isEmpty()) {
            return unknown(
                    "proof_type_unsupported",
                    "Proofs of type "
                            + (proof.path("type").asText("") + " "
                                            + proof.path("cryptosuite").asText(""))
                                    .strip() + " cannot be checked here.");
        }
        if (!proof.path("verificationMethod").isTextual()
                || !proof.path("verificationMethod").textValue().contains(":")) {
            return invalid("proof_malformed", "The proof's verificationMethod is not the address of a key.");
        }
        if (!proof.path("proofPurpose").asText().equals("assertionMethod")) {
            return invalid(
                    "wrong_purpose",
                    "The proof was not made to assert something, its proofPurpose is "
                            + proof.path("proofPurpose").asText("missing") + ".");
        }
        Optional<byte[]> value = proof.path("proofValue").asText("").startsWith("z")
                ? Encoded.multibase(proof.path("proofValue").asText())
                : Optional.empty();
        if (value.isEmpty()) return invalid("proof_malformed", "The proofValue is not base58 (z…).");
        if (proof.has("expires")) {
            Optional<Instant> expires = Moments.read(proof.path("expires").asText());
            if (expires.isEmpty()) return invalid("proof_malformed", "The proof expires at no time that can be read.");
            if (!at.isBefore(expires.get()))
                return invalid("proof_expired", "The proof itself expired at " + expires.get() + ".");
        }
        String name = Keyring.keyName(proof.path("verificationMethod").textValue());
        return withKey(proof, suite.get(), name, value.get(), all);
    }

    private Part withKey(ObjectNode proof, Suite suite, String name, byte[] value, List<JsonNode> all) {
        PublicKey key;
        boolean listed;
        try {
            Optional<ControllerDocument> document = keyring.document(Keyring.owner(name));
            listed = document.isPresent();
            Optional<PublicKey> found = listed ? Optional.of(document.get().assertionKey(name, at)) : inName(name);
            if (found.isEmpty()) {
                return unknown(
                        "key_document_missing",
                        "No document of " + Keyring.owner(name) + " is at hand that gives the key " + name
                                + "; supply it, or allow fetching.");
            }
            key = found.get();
        } catch (UnusableKey e) {
            return e.code().equals("key_type_unsupported")
                    ? unknown(e.code(), e.sentence())
                    : invalid(e.code(), e.sentence());
        }
        if (!suite.takes(key)) {
            return invalid(
                    "wrong_key_type",
                    "A key of type " + PublicKeys.kind(key) + " does not go with this kind of proof.");
        }
        Optional<String> uncovered;
        boolean match;
        try {
            Signed signed = signed(proof, suite, Suite.hash(key), all);
            uncovered = signed.uncovered;
            match = Signatures.match(key, signed.bytes, value, algorithm(key));
        } catch (NotCanonical e) {
            return unknown(e.code(), e.sentence());
        } catch (BrokenProof e) {
            return invalid(e.code, String.valueOf(e.getMessage()));
        }
        if (!match) return invalid("signature_mismatch", "The content is not what the key " + name + " signed.");
        if (uncovered.isPresent()) {
            return unknown(
                    "not_covered",
                    "The proof matches, but it does not cover all of the document: " + uncovered.get()
                            + " means nothing in the contexts it names, so anyone could have added it.");
        }
        Optional<String> fault = suite.form() == Suite.Form.STATEMENTS ? PlainForm.fault(credential) : Optional.empty();
        if (fault.isPresent()) {
            return unknown(
                    "not_plain",
                    "The proof matches what it says as linked data, but " + fault.get()
                            + ", so its JSON can be read as something else.");
        }
        if (!listed) {
            return unknown(
                    "key_document_missing",
                    "The proof matches the key that it names itself, but no document of " + Keyring.owner(name)
                            + " is at hand that says whose key that is; supply it, or allow fetching.");
        }
        signers.add(name);
        return Part.valid(Part.SIGNATURE, "signature_matches", "Signed with " + name + ".");
    }

    /** The key that stands in the name itself, as in {@code https://example.org/issuer#z6Mk…}: enough to refute a proof, not to prove it. */
    private static Optional<PublicKey> inName(String name) {
        int hash = name.indexOf('#');
        try {
            return hash < 0 ? Optional.empty() : Optional.of(PublicKeys.multikey(name.substring(hash + 1)));
        } catch (UnusableKey e) {
            return Optional.empty();
        }
    }

    private static String algorithm(PublicKey key) {
        return switch (PublicKeys.kind(key)) {
            case "P-256" -> "SHA256withECDSAinP1363Format";
            case "P-384" -> "SHA384withECDSAinP1363Format";
            default -> "Ed25519";
        };
    }

    /** The bytes that a proof signs: the hash of its own options, then the hash of the document (VC Data Integrity, hashing). */
    private Signed signed(ObjectNode proof, Suite suite, String hash, List<JsonNode> all)
            throws NotCanonical, BrokenProof {
        ObjectNode options = proof.deepCopy();
        options.remove("proofValue");
        ObjectNode document = credential.objectNode();
        credential.properties().forEach(e -> {
            if (!e.getKey().equals("proof")) document.set(e.getKey(), e.getValue());
        });
        if (proof.has("@context")) {
            if (!startsWith(document.path("@context"), proof.path("@context"))) {
                throw new BrokenProof(
                        "context_mismatch", "The document's contexts are not those that the proof was made with.");
            }
            document.set("@context", proof.get("@context"));
        } else if (suite.form() == Suite.Form.STATEMENTS && document.has("@context")) {
            options.set("@context", document.get("@context"));
        }
        Optional<ArrayNode> earlier = previous(proof, all);
        if (earlier.isPresent()) document.set("proof", earlier.get());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
        Signed first = hashed(options, suite, hash);
        Signed second = hashed(document, suite, hash);
        bytes.writeBytes(first.bytes);
        bytes.writeBytes(second.bytes);
        return new Signed(bytes.toByteArray(), second.uncovered.or(() -> first.uncovered));
    }

    private Signed hashed(ObjectNode part, Suite suite, String hash) throws NotCanonical {
        if (suite.form() == Suite.Form.JSON) {
            return new Signed(digest(CanonicalJson.of(part).getBytes(StandardCharsets.UTF_8), hash), Optional.empty());
        }
        Statements statements = Statements.of(part, hash, deadline.left());
        return new Signed(digest(statements.canonical(), hash), statements.uncovered());
    }

    /** The proofs that this one builds on; a chain that names one that is not there has lost a link. */
    private Optional<ArrayNode> previous(ObjectNode proof, List<JsonNode> all) throws BrokenProof {
        JsonNode names = proof.path("previousProof");
        if (names.isMissingNode()) return Optional.empty();
        ArrayNode earlier = JsonNodeFactory.instance.arrayNode();
        for (JsonNode name : names.isArray() ? names : List.of(names)) {
            JsonNode found = null;
            for (JsonNode other : all)
                if (!other.equals(proof) && other.path("id").equals(name)) found = other;
            if (found == null)
                throw new BrokenProof(
                        "previous_proof_missing", "It builds on a proof that is not there: " + name.asText() + ".");
            earlier.add(found);
        }
        return Optional.of(earlier);
    }

    private static boolean startsWith(JsonNode contexts, JsonNode first) {
        if (contexts.equals(first)) return true;
        List<JsonNode> have = new ArrayList<>();
        List<JsonNode> want = new ArrayList<>();
        (contexts.isArray() ? contexts : List.of(contexts)).forEach(have::add);
        (first.isArray() ? first : List.of(first)).forEach(want::add);
        return have.size() >= want.size() && have.subList(0, want.size()).equals(want);
    }

    private static byte[] digest(byte[] bytes, String hash) {
        try {
            return MessageDigest.getInstance(hash).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + hash, e);
        }
    }

    private static Part unknown(String code, String sentence) {
        return Part.unknown(Part.SIGNATURE, code, sentence);
    }

    private static Part invalid(String code, String sentence) {
        return Part.invalid(Part.SIGNATURE, code, sentence);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Signed(byte[] bytes, Optional<String> uncovered) {}

    /** A proof that contradicts itself or the document it is in. */
    private static final class BrokenProof extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;

        private BrokenProof(String code, String sentence) {
            super(sentence);
            this.code = code;
        }
    }
}
