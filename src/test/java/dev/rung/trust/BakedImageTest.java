package dev.rung.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.person.Finding;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture → the badge that is baked into it, checked. */
final class BakedImageTest {
    private static final TrustSettings SETTINGS = TrustSettings.OFFLINE.withTimeLimit(Duration.ofSeconds(60));

    private final TestIssuer college = TestIssuer.ed25519();

    BakedImageTest() throws Exception {}

    private static Verification verify(byte[] image) {
        return Verifier.of(SETTINGS).verify(image);
    }

    private static byte[] png(String keyword, boolean packed, byte[]... texts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504e470d0a1a0aL);
        for (byte[] text : texts) {
            ByteArrayOutputStream chunk = new ByteArrayOutputStream();
            chunk.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
            chunk.writeBytes(new byte[] {0, (byte) (packed ? 1 : 0), 0, 'e', 'n', 0, 0});
            if (packed) {
                try (DeflaterOutputStream deflated = new DeflaterOutputStream(chunk)) {
                    deflated.write(text);
                }
            } else {
                chunk.writeBytes(text);
            }
            out.writeInt(chunk.size());
            out.writeBytes("iTXt");
            out.write(chunk.toByteArray());
            out.writeInt(0);
        }
        return bytes.toByteArray();
    }

    @Test
    void a_png() throws Exception {
        byte[] badge = college.signed(college.badge());
        assertThat(verify(png("openbadgecredential", false, badge)).verdict().signature())
                .isEqualTo(Finding.VALID);
        assertThat(verify(png("openbadgecredential", true, badge)).verdict().signature())
                .isEqualTo(Finding.VALID);
        assertThat(code(png("Comment", false, badge))).isEqualTo("not_a_credential");
        assertThat(code(png(
                        "openbadges",
                        false,
                        badge,
                        college.signed(college.badge().put("name", "Another")))))
                .isEqualTo("ambiguous");
    }

    @Test
    void a_png_that_is_cut_off_or_unpacks_to_very_much() throws Exception {
        byte[] whole = png("openbadges", false, college.signed(college.badge()));
        assertThat(code(Arrays.copyOf(whole, 500))).isEqualTo("image_malformed");
        assertThat(code(png("openbadges", true, new byte[5_000_000]))).isEqualTo("too_large");
    }

    @Test
    void an_svg() throws Exception {
        String badge = new String(college.signed(college.badge()), StandardCharsets.UTF_8);
        String svg =
                "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' xmlns:openbadges='https://purl.imsglobal.org/ob/v3p0'>"
                        + "<openbadges:credential><![CDATA[" + badge + "]]></openbadges:credential></svg>";
        assertThat(verify(svg.getBytes(StandardCharsets.UTF_8)).verdict().signature())
                .isEqualTo(Finding.VALID);
        assertThat(code("<svg/>".getBytes(StandardCharsets.UTF_8))).isEqualTo("not_a_credential");
        assertThat(code("<svg".getBytes(StandardCharsets.UTF_8))).isEqualTo("image_malformed");
    }

    /** An entity that names a file of ours, or grows without end, is not followed. */
    @Test
    void an_svg_with_entities() {
        String svg = "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><svg xmlns:o='http://openbadges.org'>"
                + "<o:assertion>&x;</o:assertion></svg>";
        assertThat(code(svg.getBytes(StandardCharsets.UTF_8))).isIn("image_malformed", "not_a_credential");
    }

    @ParameterizedTest
    @CsvSource({
        "simple-json.png, UNKNOWN",
        "simple-json.svg, UNKNOWN",
        "simple-jwt.png, UNKNOWN",
        "simple-jwt.svg, UNKNOWN",
        "simple-jwt_v1.png, UNKNOWN",
        "simple-jwt_v1.svg, UNKNOWN",
    })
    void the_samples_are_read_but_their_issuers_keys_are_not_at_hand(String file, Finding signature) {
        StandardsFolder.assumePresent();
        Verification verification =
                verify(StandardsFolder.bytes("1edtech-validator-samples/inspector-vc/src/test/resources/ob30/" + file));
        assertThat(verification.kind()).isEqualTo(CredentialKind.OPEN_BADGE_3);
        assertThat(verification.verdict().signature())
                .as(verification.verdict().reasons().toString())
                .isEqualTo(signature);
    }

    private static String code(byte[] image) {
        return verify(image).verdict().reasons().get(0).code();
    }
}
