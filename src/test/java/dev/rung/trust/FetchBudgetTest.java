package dev.rung.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.person.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One badge that names many servers → how many are asked. */
final class FetchBudgetTest {
    @Test
    void a_badge_sends_nobody_to_a_hundred_servers() throws Exception {
        TestIssuer college = TestIssuer.ed25519();
        ObjectNode badge = college.withProof(college.badge(), "eddsa-jcs-2022");
        ArrayNode proofs = Json.mapper().createArrayNode();
        for (int i = 0; i < 20; i++) {
            ObjectNode proof = ((ObjectNode) badge.path("proof")).deepCopy();
            proofs.add(proof.put("verificationMethod", "did:web:college-" + i + ".example#key"));
        }
        badge.set("proof", proofs);
        ArrayNode statuses = badge.putArray("credentialStatus");
        for (int i = 0; i < 5; i++) {
            statuses.addObject()
                    .put("type", "BitstringStatusListEntry")
                    .put("statusPurpose", "revocation")
                    .put("statusListIndex", "1")
                    .put("statusListCredential", "https://list-" + i + ".example/");
        }
        List<String> asked = new ArrayList<>();

        Verification verification = Verifier.of(TrustSettings.OFFLINE.withFetch(address -> {
                    asked.add(address);
                    return Optional.empty();
                }))
                .verify(Json.write(badge));

        assertThat(asked).isNotEmpty().hasSizeLessThanOrEqualTo(8).allMatch(a -> a.startsWith("https://"));
        assertThat(verification.verdict().signature()).isNotEqualTo(Finding.VALID);
    }

    /** The words of a document are those of contexts that this build holds; another is not fetched, whatever the settings. */
    @Test
    void a_context_is_never_fetched() throws Exception {
        TestIssuer college = TestIssuer.ed25519();
        ObjectNode badge = college.badge();
        ((ArrayNode) badge.withArray("@context")).add("https://evil.example/context.json");
        List<String> asked = new ArrayList<>();

        Verifier.of(TrustSettings.OFFLINE.withFetch(address -> {
                    asked.add(address);
                    return Optional.empty();
                }))
                .verify(Json.write(college.withProof(badge, "eddsa-jcs-2022").deepCopy()));

        assertThat(asked).noneMatch(a -> a.contains("evil"));
    }

    @Test
    void an_svg_that_laughs_a_billion_times_is_unreadable() {
        StringBuilder svg = new StringBuilder("<!DOCTYPE svg [<!ENTITY l0 'lol'>");
        for (int i = 1; i < 10; i++) {
            svg.append("<!ENTITY l")
                    .append(i)
                    .append(" '")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        svg.append("]><svg xmlns:o='http://openbadges.org'><o:assertion>&l9;</o:assertion></svg>");

        Verification verification = Verifier.of(TrustSettings.OFFLINE)
                .verify(svg.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(verification.verdict().reasons().getFirst().code()).isIn("image_malformed", "not_a_credential");
    }
}
