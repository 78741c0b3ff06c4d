package dev.rung.badge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.person.Finding;
import dev.rung.person.Verdict;
import dev.rung.trust.CredentialKind;
import dev.rung.trust.Verification;
import java.util.List;

/**
 * What a check of one document found, as it is answered: by {@code rung verify --json} and by {@code POST /v1/credentials/verify} alike.
 *
 * @param file its name; of a credential within another the JSON Pointer to it
 * @param kind what it is
 * @param signature does the proof match the content and the issuer's key
 * @param dates is it within its period of validity
 * @param status is it neither revoked nor suspended
 * @param issuer does a registry know the issuer
 * @param reasons why each part is what it is
 * @param verified whether it counts as verified, see {@link Verdict#isVerified}
 * @param within the credentials and endorsements that it holds
 * @param understood what it says its holder can do, if that was asked for
 */
public record BadgeReport(
        String file,
        CredentialKind kind,
        Finding signature,
        Finding dates,
        Finding status,
        Finding issuer,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Verdict.Because> reasons,
        boolean verified,
        List<BadgeReport> within,
        List<Achievement> understood) {
    public BadgeReport {
        reasons = List.copyOf(reasons);
        within = List.copyOf(within);
        understood = List.copyOf(understood);
    }

    public static BadgeReport of(String file, Verification verification) {
        Verdict verdict = verification.verdict();
        return new BadgeReport(
                file,
                verification.kind(),
                verdict.signature(),
                verdict.dates(),
                verdict.status(),
                verdict.issuer(),
                verdict.reasons(),
                verdict.isVerified(),
                verification.within().stream()
                        .map(inner -> of(inner.pointer(), inner.verification()))
                        .toList(),
                List.of());
    }

    /** With what it says its holder can do. */
    public BadgeReport understanding(List<Achievement> achievements) {
        return new BadgeReport(file, kind, signature, dates, status, issuer, reasons, verified, within, achievements);
    }
}
