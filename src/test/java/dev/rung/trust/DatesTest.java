package dev.rung.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.person.Finding;
import dev.rung.person.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a credential says of its time, on 1 January 2026 at noon → whether it is in date. */
final class DatesTest {
    private static final String V1 = "https://www.w3.org/2018/credentials/v1";
    private static final String V2 = "https://www.w3.org/ns/credentials/v2";

    @ParameterizedTest
    @CsvSource({
        V2 + ", '', VALID, in_date",
        V2 + ", '\"validFrom\": \"2025-01-01T00:00:00Z\"', VALID, in_date",
        V2 + ", '\"validFrom\": \"2026-01-01T12:00:00Z\"', VALID, in_date",
        V2 + ", '\"validFrom\": \"2026-01-01T12:00:01Z\"', INVALID, not_yet_valid",
        V2 + ", '\"validFrom\": \"2026-01-01T13:30:00+02:00\"', VALID, in_date",
        V2 + ", '\"validUntil\": \"2026-01-01T11:59:59.999Z\"', INVALID, expired",
        V2 + ", '\"validUntil\": \"2026-01-01T12:00:00\"', VALID, in_date",
        V2
                + ", '\"validFrom\": \"2025-02-01T00:00:00Z\", \"validUntil\": \"2025-01-01T00:00:00Z\"', INVALID, dates_contradict",
        V2 + ", '\"validUntil\": \"2030-02-30T00:00:00Z\"', UNKNOWN, date_malformed",
        V2 + ", '\"validUntil\": \"next year\"', UNKNOWN, date_malformed",
        V2 + ", '\"validUntil\": 1767225600', UNKNOWN, date_malformed",
        V2 + ", '\"validUntil\": [\"2030-01-01T00:00:00Z\"]', UNKNOWN, date_malformed",
        V1 + ", '', UNKNOWN, no_issue_date",
        V1 + ", '\"issuanceDate\": \"2025-01-01T00:00:00Z\"', VALID, in_date",
        V1
                + ", '\"issuanceDate\": \"2025-01-01T00:00:00Z\", \"expirationDate\": \"2025-12-31T00:00:00Z\"', INVALID, expired",
    })
    void in_date(String context, String dates, Finding finding, String code) {
        String json = "{\"@context\": [\"" + context
                + "\"], \"type\": [\"VerifiableCredential\"], \"issuer\": \"did:example:a\""
                + (dates.isEmpty() ? "" : ", " + dates) + "}";
        Verdict verdict = Verifier.of(TrustSettings.OFFLINE.at(Instant.parse("2026-01-01T12:00:00Z")))
                .verify(json.getBytes(StandardCharsets.UTF_8))
                .verdict();
        assertThat(verdict.dates()).as(verdict.reasons().toString()).isEqualTo(finding);
        assertThat(verdict.reasons())
                .anyMatch(r -> r.part().equals("dates") && r.code().equals(code));
    }
}
