package dev.rung.trust.key;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.trust.part.Encoded;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * Public keys from the forms credentials give them in: Multikey, JSON Web Key, base58 and PEM.
 *
 * <p>Admits Ed25519, P-256, P-384 and RSA of 2048 to 8192 bits. A point that is not on its curve is refused here, before any signature is
 * looked at.
 */
public final class PublicKeys {
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;
    private static final int ED25519_BYTES = 32;

    private PublicKeys() {}

    /** A multibase text with a multicodec head: {@code z6Mk…} is Ed25519, {@code zDn…} P-256, {@code z82L…} P-384. */
    public static PublicKey multikey(String text) throws UnusableKey {
        byte[] bytes = base58(text);
        if (bytes.length < 3) throw unusable("The key " + text + " is too short.");
        byte[] key = Arrays.copyOfRange(bytes, 2, bytes.length);
        int head = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        return switch (head) {
            case 0xed01 -> ed25519(key);
            case 0x8024 -> compressed("secp256r1", key);
            case 0x8124 -> compressed("secp384r1", key);
            default ->
                throw new UnusableKey(
                        "key_type_unsupported", "The key " + text + " is of a kind that is not supported.");
        };
    }

    /** A JSON Web Key (RFC 7517) of type OKP, EC or RSA. A private one is read as the public one it holds. */
    public static PublicKey jwk(JsonNode jwk) throws UnusableKey {
        String curve = jwk.path("crv").asText();
        return switch (jwk.path("kty").asText()) {
            case "OKP" -> {
                if (!curve.equals("Ed25519")) throw unsupported("curve " + curve);
                yield ed25519(number(jwk, "x"));
            }
            case "EC" -> {
                String name =
                        switch (curve) {
                            case "P-256" -> "secp256r1";
                            case "P-384" -> "secp384r1";
                            default -> throw unsupported("curve " + curve);
                        };
                yield point(parameters(name), new BigInteger(1, number(jwk, "x")), new BigInteger(1, number(jwk, "y")));
            }
            case "RSA" -> rsa(new BigInteger(1, number(jwk, "n")), new BigInteger(1, number(jwk, "e")));
            default -> throw unsupported("type " + jwk.path("kty").asText());
        };
    }

    /** Raw Ed25519 in base58, as Ed25519VerificationKey2018 has it. */
    public static PublicKey ed25519Base58(String text) throws UnusableKey {
        return ed25519(base58("z" + text));
    }

    /** A SubjectPublicKeyInfo in PEM, as Open Badges 2.0 has it. */
    public static PublicKey pem(String pem) throws UnusableKey {
        String body = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----|\\s", "");
        try {
            PublicKey key = KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
            if (!(key instanceof RSAPublicKey rsa)) throw unsupported("type in PEM");
            return rsa(rsa.getModulus(), rsa.getPublicExponent());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable("The key in PEM cannot be read; an RSA public key is expected.");
        }
    }

    /** What kind of key it is, for people and for matching with an algorithm: Ed25519, P-256, P-384 or RSA. */
    public static String kind(PublicKey key) {
        if (key instanceof EdECPublicKey) return "Ed25519";
        if (key instanceof RSAPublicKey) return "RSA";
        if (key instanceof ECPublicKey ec) {
            return ec.getParams().getCurve().getField().getFieldSize() == 256 ? "P-256" : "P-384";
        }
        return key.getAlgorithm();
    }

    private static PublicKey ed25519(byte[] littleEndian) throws UnusableKey {
        if (littleEndian.length != ED25519_BYTES)
            throw unusable("An Ed25519 key has 32 bytes, this one has " + littleEndian.length + ".");
        byte[] y = new byte[ED25519_BYTES];
        for (int i = 0; i < ED25519_BYTES; i++) y[i] = littleEndian[ED25519_BYTES - 1 - i];
        boolean odd = (y[0] & 0x80) != 0;
        y[0] &= 0x7f;
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(
                            NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, y))));
        } catch (GeneralSecurityException e) {
            throw unusable("The Ed25519 key is no point of the curve.");
        }
    }

    private static PublicKey compressed(String curve, byte[] bytes) throws UnusableKey {
        ECParameterSpec parameters = parameters(curve);
        BigInteger p = ((ECFieldFp) parameters.getCurve().getField()).getP();
        if (bytes.length != 1 + (p.bitLength() + 7) / 8 || (bytes[0] != 2 && bytes[0] != 3)) {
            throw unusable("The elliptic-curve key is not a compressed point.");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, bytes.length));
        if (x.compareTo(p) >= 0) throw unusable("The elliptic-curve key is no point of its curve.");
        // p ≡ 3 (mod 4) for both curves, so a square root is one power (SEC 1, 2.3.4).
        BigInteger y = rightSide(parameters, p, x).modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        if (y.testBit(0) != (bytes[0] == 3)) y = p.subtract(y);
        return point(parameters, x, y);
    }

    private static PublicKey point(ECParameterSpec parameters, BigInteger x, BigInteger y) throws UnusableKey {
        BigInteger p = ((ECFieldFp) parameters.getCurve().getField()).getP();
        boolean onCurve =
                x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.multiply(y).mod(p).equals(rightSide(parameters, p, x));
        if (!onCurve) throw unusable("The elliptic-curve key is no point of its curve.");
        try {
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), parameters));
        } catch (GeneralSecurityException e) {
            throw unusable("The elliptic-curve key cannot be used.");
        }
    }

    private static BigInteger rightSide(ECParameterSpec parameters, BigInteger p, BigInteger x) {
        return x.pow(3)
                .add(parameters.getCurve().getA().multiply(x))
                .add(parameters.getCurve().getB())
                .mod(p);
    }

    private static ECParameterSpec parameters(String curve) {
        try {
            AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
            named.init(new ECGenParameterSpec(curve));
            return named.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + curve, e);
        }
    }

    private static PublicKey rsa(BigInteger modulus, BigInteger exponent) throws UnusableKey {
        int bits = modulus.bitLength();
        if (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS) {
            throw unusable("An RSA key must have " + MIN_RSA_BITS + " to " + MAX_RSA_BITS + " bits, this one has "
                    + bits + ".");
        }
        if (exponent.bitLength() > 64 || !exponent.testBit(0) || exponent.equals(BigInteger.ONE)) {
            throw unusable("The RSA key's exponent is not one that is used.");
        }
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException e) {
            throw unusable("The RSA key cannot be used.");
        }
    }

    private static byte[] base58(String text) throws UnusableKey {
        return Encoded.multibase(text.startsWith("z") ? text : "")
                .orElseThrow(() -> unusable("The key " + text + " is not written in base58 (z…)."));
    }

    private static byte[] number(JsonNode jwk, String field) throws UnusableKey {
        byte[] bytes = Encoded.base64url(jwk.path(field).asText())
                .orElseThrow(() -> unusable("The key's " + field + " is not base64url."));
        if (bytes.length == 0 || bytes.length > MAX_RSA_BITS / 8 + 1) {
            throw unusable("The key's " + field + " is missing or too long.");
        }
        return bytes;
    }

    private static UnusableKey unsupported(String what) {
        return new UnusableKey("key_type_unsupported", "Keys of " + what + " are not supported.");
    }

    private static UnusableKey unusable(String sentence) {
        return new UnusableKey("key_malformed", sentence);
    }
}
