package dev.rung.trust;

import com.apicatalog.multibase.Multibase;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.trust.linked.CanonicalJson;
import dev.rung.trust.linked.Statements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * Somebody who issues credentials in tests, with a key made for the occasion. That its way of signing is the right one is not for it to show:
 * the samples that others signed do.
 */
public final class TestIssuer {
    private static final Map<String, String> JAVA_NAMES =
            Map.of("EdDSA", "Ed25519", "ES256", "SHA256withECDSAinP1363Format", "RS256", "SHA256withRSA");

    private final KeyPair keys;
    private final String multikey;

    private TestIssuer(KeyPair keys, String multikey) {
        this.keys = keys;
        this.multikey = multikey;
    }

    public static TestIssuer ed25519() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = keys.getPublic().getEncoded();
        return new TestIssuer(
                keys, multikey(0xed, 0x01, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
    }

    static TestIssuer p256() throws Exception {
        return nist("secp256r1", 32, 0x80, 0x24);
    }

    static TestIssuer p384() throws Exception {
        return nist("secp384r1", 48, 0x81, 0x24);
    }

    static TestIssuer rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return new TestIssuer(generator.generateKeyPair(), "");
    }

    private static TestIssuer nist(String curve, int bytes, int first, int second) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        KeyPair keys = generator.generateKeyPair();
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        byte[] point = new byte[bytes + 1];
        point[0] = (byte) (key.getW().getAffineY().testBit(0) ? 3 : 2);
        byte[] x = key.getW().getAffineX().toByteArray();
        int n = Math.min(bytes, x.length);
        System.arraycopy(x, x.length - n, point, point.length - n, n);
        return new TestIssuer(keys, multikey(first, second, point));
    }

    private static String multikey(int first, int second, byte[] key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first);
        bytes.write(second);
        bytes.writeBytes(key);
        return Multibase.BASE_58_BTC.encode(bytes.toByteArray());
    }

    PublicKey publicKey() {
        return keys.getPublic();
    }

    public String multikey() {
        return multikey;
    }

    public String did() {
        return "did:key:" + multikey;
    }

    public String keyName() {
        return did() + "#" + multikey;
    }

    /** A small badge of this issuer's, not signed. */
    public ObjectNode badge() {
        return badge(did());
    }

    static ObjectNode badge(String issuer) {
        return tree("""
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "id": "urn:uuid:7b5c8f4e-1111-4222-8333-944444444444",
                 "type": ["VerifiableCredential", "OpenBadgeCredential"],
                 "issuer": {"id": "%s", "type": ["Profile"], "name": "A college"},
                 "validFrom": "2025-01-01T00:00:00Z",
                 "validUntil": "2035-01-01T00:00:00Z",
                 "name": "Bread baking",
                 "credentialSubject": {"id": "did:example:learner", "type": ["AchievementSubject"],
                   "achievement": {"id": "urn:uuid:1b5c8f4e-1111-4222-8333-944444444444", "type": ["Achievement"],
                     "name": "Bread baking", "description": "Bakes bread.", "criteria": {"narrative": "A practical test."}}}}
                """.formatted(issuer));
    }

    public static ObjectNode tree(String json) {
        try {
            return (ObjectNode) Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] signed(ObjectNode credential) throws Exception {
        return Json.write(withProof(credential, "eddsa-rdfc-2022"));
    }

    public ObjectNode withProof(ObjectNode credential, String cryptosuite) throws Exception {
        return withProof(credential, cryptosuite, keyName());
    }

    public ObjectNode withProof(ObjectNode credential, String cryptosuite, String verificationMethod) throws Exception {
        ObjectNode options = Json.mapper().createObjectNode();
        options.put("type", "DataIntegrityProof").put("cryptosuite", cryptosuite);
        options.put("created", "2025-01-01T00:00:00Z").put("verificationMethod", verificationMethod);
        options.put("proofPurpose", "assertionMethod");
        return withProof(credential, options);
    }

    /** Signs with these options, whatever they say. */
    public ObjectNode withProof(ObjectNode credential, ObjectNode options) throws Exception {
        boolean json = options.path("cryptosuite").asText().contains("jcs");
        boolean large = keys.getPublic() instanceof ECPublicKey key
                && key.getParams().getOrder().bitLength() > 256;
        String hash = large ? "SHA-384" : "SHA-256";
        ObjectNode config = options.deepCopy();
        if (!json) config.set("@context", credential.get("@context"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ObjectNode part : new ObjectNode[] {config, credential}) {
            byte[] canonical = json
                    ? CanonicalJson.of(part).getBytes(StandardCharsets.UTF_8)
                    : Statements.of(part, hash, Duration.ofSeconds(60)).canonical();
            bytes.writeBytes(MessageDigest.getInstance(hash).digest(canonical));
        }
        String algorithm = keys.getPublic() instanceof ECPublicKey
                ? (large ? "SHA384withECDSAinP1363Format" : "SHA256withECDSAinP1363Format")
                : "Ed25519";
        ObjectNode proof = options.deepCopy();
        proof.put("proofValue", Multibase.BASE_58_BTC.encode(sign(algorithm, bytes.toByteArray())));
        ObjectNode signed = credential.deepCopy();
        signed.set("proof", proof);
        return signed;
    }

    /** A token over these claims. */
    public String token(ObjectNode header, ObjectNode payload) throws Exception {
        String signed = base64url(Json.write(header)) + "." + base64url(Json.write(payload));
        String algorithm = JAVA_NAMES.get(header.path("alg").asText());
        byte[] signature =
                algorithm == null ? new byte[0] : sign(algorithm, signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + base64url(signature);
    }

    private byte[] sign(String algorithm, byte[] bytes) throws Exception {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(keys.getPrivate());
        signature.update(bytes);
        return signature.sign();
    }

    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String base64url(BigInteger number, int length) {
        byte[] bytes = new byte[length];
        byte[] digits = number.toByteArray();
        int n = Math.min(length, digits.length);
        System.arraycopy(digits, digits.length - n, bytes, length - n, n);
        return base64url(bytes);
    }
}
