package dev.rung.trust;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.InvalidJson;
import dev.rung.json.Json;
import dev.rung.trust.proof.WebToken;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A credential as it was handed over: JSON with its proofs inside, or a token with the JSON inside; either may be baked into an image.
 *
 * @param credential the credential's JSON
 * @param token what it came in, if it came in a token
 */
record Presented(ObjectNode credential, Optional<WebToken> token) {
    /** A token in a data URL: how VC Data Model 2.0 puts a token where JSON is expected. */
    private static final Pattern ENVELOPE = Pattern.compile("data:application/(?:vc\\+(?:ld\\+)?jwt|jwt),(.+)");

    /** An escape that might be half a character. */
    private static final Pattern HALF = Pattern.compile("\\\\u[dD][89a-fA-F]");

    static Presented read(byte[] bytes, int maxBytes) throws Unreadable {
        if (bytes.length > maxBytes) {
            throw new Unreadable(
                    "too_large", "It has " + bytes.length + " bytes; at most " + maxBytes + " are looked at.");
        }
        if (BakedImage.isPng(bytes)) return read(BakedImage.inPng(bytes, maxBytes));
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("not_utf8", "It is not text in UTF-8.");
        }
        return read(text.startsWith("<") ? BakedImage.inSvg(text) : text);
    }

    static Presented read(String text) throws Unreadable {
        String trimmed = text.strip();
        if (!trimmed.startsWith("{")) return token(trimmed);
        JsonNode json;
        try {
            json = Json.mapper().readTree(trimmed);
        } catch (JsonProcessingException e) {
            InvalidJson why = Json.explained(e);
            throw new Unreadable("not_json", "It " + why.problem() + ".");
        }
        if (HALF.matcher(trimmed).find() && !isWhole(json)) {
            throw new Unreadable(
                    "not_json", "It has half a character (an unpaired surrogate), which no signature can cover.");
        }
        if (!(json instanceof ObjectNode object)) throw new Unreadable("not_a_credential", "It is no JSON object.");
        Matcher envelope = ENVELOPE.matcher(object.path("id").asText());
        boolean enveloped = object.path("type").toString().contains("\"EnvelopedVerifiableCredential\"");
        return enveloped && envelope.matches() ? token(envelope.group(1)) : new Presented(object, Optional.empty());
    }

    /** Half characters cannot be written as UTF-8: all of them would become the same question mark, under the same signature. */
    private static boolean isWhole(JsonNode node) {
        if (node.isTextual()) return StandardCharsets.UTF_8.newEncoder().canEncode(node.textValue());
        for (var entry : node.properties()) {
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(entry.getKey())) return false;
        }
        for (JsonNode child : node) if (!isWhole(child)) return false;
        return true;
    }

    private static Presented token(String text) throws Unreadable {
        WebToken token = WebToken.read(text)
                .orElseThrow(
                        () -> new Unreadable("not_a_credential", "It is neither a JSON object nor a JSON Web Token."));
        return new Presented(token.credential(), Optional.of(token));
    }

    /** Who the credential says issued it. */
    Optional<String> issuer() {
        if (token.isPresent() && token.get().issuer().isPresent())
            return token.get().issuer();
        JsonNode issuer = credential.path("issuer");
        JsonNode id = issuer.isObject() ? issuer.path("id") : issuer;
        return id.isTextual() && !id.textValue().isBlank() ? Optional.of(id.textValue()) : Optional.empty();
    }
}
