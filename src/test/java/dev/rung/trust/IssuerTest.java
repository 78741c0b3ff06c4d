package dev.rung.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.json.InvalidJson;
import dev.rung.person.Finding;
import dev.rung.trust.registry.IssuerRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registries and a badge → whether its issuer is known, and to whom. */
final class IssuerTest {
    private static final TrustSettings SETTINGS =
            TrustSettings.OFFLINE.withTimeLimit(Duration.ofSeconds(60)).at(Instant.parse("2026-01-01T00:00:00Z"));

    private final TestIssuer college = TestIssuer.ed25519();

    IssuerTest() throws Exception {}

    private static IssuerRegistry registry(String json) throws InvalidJson {
        return IssuerRegistry.read(json.getBytes(StandardCharsets.UTF_8), "registry.json");
    }

    private IssuerRegistry ours(String more) throws InvalidJson {
        return registry("{\"name\": \"State colleges\", \"issuers\": [{\"id\": \"" + college.did()
                + "\", \"name\": \"A college\"" + more + "}]}");
    }

    private IssuerRegistry consortiums() throws InvalidJson {
        return registry("{\"meta\": {\"created\": \"2025\"}, \"registry\": {\"" + college.did()
                + "\": {\"name\": \"A college\", \"location\": \"Here\", \"url\": \"https://college.example\"}}}");
    }

    @Test
    void known_to_two_of_three() throws Exception {
        Verification verification = Verifier.of(SETTINGS.withRegistry(ours(""))
                        .withRegistry(registry("{\"issuers\": []}"))
                        .withRegistry(consortiums()))
                .verify(college.signed(college.badge()));
        assertThat(verification.verdict().issuer()).isEqualTo(Finding.VALID);
        assertThat(verification.knownTo()).containsExactly("State colleges", "registry.json");
        assertThat(verification.verdict().reasons())
                .anyMatch(r -> r.message().equals("State colleges knows the issuer as A college."));
    }

    @Test
    void known_to_none_makes_nothing_false() throws Exception {
        Verification verification = Verifier.of(SETTINGS.withRegistry(registry("{\"issuers\": []}")))
                .verify(college.signed(college.badge()));
        assertThat(verification.verdict().issuer()).isEqualTo(Finding.UNKNOWN);
        assertThat(verification.verdict().isVerified()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2025-06-01, INVALID", "2026-06-01, VALID"})
    void withdrawn(String since, Finding issuer) throws Exception {
        Verification verification = Verifier.of(SETTINGS.withRegistry(ours(", \"withdrawn\": \"" + since + "\"")))
                .verify(college.signed(college.badge()));
        assertThat(verification.verdict().issuer()).isEqualTo(issuer);
    }

    /** Anyone can write a well-known name into a badge and sign it with a key of their own. */
    @Test
    void a_known_name_over_a_strangers_signature_is_not_known() throws Exception {
        IssuerRegistry registry =
                registry("{\"issuers\": [{\"id\": \"https://college.example/issuer\", \"name\": \"A college\"}]}");
        Verification verification = Verifier.of(SETTINGS.withRegistry(registry))
                .verify(college.signed(TestIssuer.badge("https://college.example/issuer")));
        assertThat(verification.verdict().issuer()).isEqualTo(Finding.UNKNOWN);
        assertThat(verification.verdict().isVerified()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | must have issuers",
                "{\"issuers\": [{\"name\": \"x\"}]} | /issuers/0/id: is required",
                "{\"issuers\": [{\"id\": \"a\", \"withdrawn\": \"soon\"}]} | /issuers/0/withdrawn: must be a time",
                "{ | is not well-formed JSON",
            })
    void a_file_that_is_no_registry_says_where(String json, String problem) {
        assertThatThrownBy(() -> registry(json)).isInstanceOf(InvalidJson.class).hasMessageContaining(problem);
    }
}
