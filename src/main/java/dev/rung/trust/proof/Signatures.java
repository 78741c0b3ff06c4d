package dev.rung.trust.proof;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** The one place where a signature is set against bytes and a key. */
final class Signatures {
    private Signatures() {}

    /** Ed25519, or ECDSA with the hash that belongs to the curve, r and s side by side. */
    static boolean match(PublicKey key, byte[] signed, byte[] signature, String algorithm) {
        try {
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (SignatureException | InvalidKeyException e) {
            return false; // of the wrong length, or out of range
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
