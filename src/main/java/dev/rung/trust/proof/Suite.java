package dev.rung.trust.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.trust.key.PublicKeys;
import java.security.PublicKey;
import java.util.Optional;

/**
 * A way of signing a document with an embedded proof (VC Data Integrity 1.0): how the document becomes bytes, and with which kind of
 * key.
 */
enum Suite {
    /** W3C vc-di-eddsa, and its name before it was a standard. */
    EDDSA_RDFC_2022(Form.STATEMENTS, Curve.EDWARDS),
    EDDSA_JCS_2022(Form.JSON, Curve.EDWARDS),
    ED25519_SIGNATURE_2020(Form.STATEMENTS, Curve.EDWARDS),
    /** W3C vc-di-ecdsa. */
    ECDSA_RDFC_2019(Form.STATEMENTS, Curve.NIST),
    ECDSA_JCS_2019(Form.JSON, Curve.NIST);

    /** What of the document is signed: what it says as linked data, or the JSON itself. */
    enum Form {
        STATEMENTS,
        JSON
    }

    private enum Curve {
        EDWARDS,
        NIST
    }

    private final Form form;
    private final Curve curve;

    Suite(Form form, Curve curve) {
        this.form = form;
        this.curve = curve;
    }

    /** The suite that a proof names; empty if it is not one of these. */
    static Optional<Suite> of(ObjectNode proof) {
        return switch (proof.path("type").asText()) {
            case "Ed25519Signature2020" -> Optional.of(ED25519_SIGNATURE_2020);
            case "DataIntegrityProof" ->
                switch (proof.path("cryptosuite").asText()) {
                    case "eddsa-rdfc-2022", "eddsa-2022" -> Optional.of(EDDSA_RDFC_2022);
                    case "eddsa-jcs-2022" -> Optional.of(EDDSA_JCS_2022);
                    case "ecdsa-rdfc-2019" -> Optional.of(ECDSA_RDFC_2019);
                    case "ecdsa-jcs-2019" -> Optional.of(ECDSA_JCS_2019);
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    Form form() {
        return form;
    }

    /** Whether a key is of the kind this suite signs with. */
    boolean takes(PublicKey key) {
        return switch (PublicKeys.kind(key)) {
            case "Ed25519" -> curve == Curve.EDWARDS;
            case "P-256", "P-384" -> curve == Curve.NIST;
            default -> false;
        };
    }

    /** The hash that goes with a key, of the document and of its canonical order alike. */
    static String hash(PublicKey key) {
        return PublicKeys.kind(key).equals("P-384") ? "SHA-384" : "SHA-256";
    }
}
