package dev.rung.trust;

import dev.rung.person.Finding;
import dev.rung.person.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found out about one document.
 *
 * @param kind what it is
 * @param verdict what the checks found, with reasons
 * @param issuer who it says issued it; whether that is so is the verdict's to say
 * @param knownTo names of the registries that know the issuer
 * @param credential the credential as JSON, also where it came inside a token; empty if the document could not be read
 * @param within the credentials and endorsements that it holds, each checked for itself
 */
public record Verification(
        CredentialKind kind,
        Verdict verdict,
        Optional<String> issuer,
        List<String> knownTo,
        Optional<Map<String, Object>> credential,
        List<Within> within) {
    public Verification {
        knownTo = List.copyOf(knownTo);
        within = List.copyOf(within);
    }

    /** Whether any part of it, or of what it holds, was found invalid. */
    public boolean foundFault() {
        return verdict.signature() == Finding.INVALID
                || verdict.dates() == Finding.INVALID
                || verdict.status() == Finding.INVALID
                || verdict.issuer() == Finding.INVALID
                || within.stream().anyMatch(inner -> inner.verification().foundFault());
    }

    /**
     * A credential inside another.
     *
     * @param pointer where it is (JSON Pointer, RFC 6901)
     * @param verification what was found out about it
     */
    public record Within(String pointer, Verification verification) {}
}
