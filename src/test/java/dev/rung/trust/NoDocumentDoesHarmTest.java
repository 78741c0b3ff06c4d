package dev.rung.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.person.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Laws: a changed bit is never overlooked, and no input, however broken, gets out of the border.
 *
 * <p>A run takes a sample; {@code -Drung.trust.flips=all} flips every bit of every sample, {@code -Drung.trust.inputs=100000} tries as many
 * inputs. Both take their randomness from {@code -Drung.trust.seed}.
 */
final class NoDocumentDoesHarmTest {
    private static final long SEED = Long.getLong("rung.trust.seed", 1);
    private static final int INPUTS = Integer.getInteger("rung.trust.inputs", 2_000);
    private static final String FLIPS = System.getProperty("rung.trust.flips", "10");

    @Test
    void one_flipped_bit_anywhere_is_never_valid() throws Exception {
        StandardsFolder.assumePresent();
        Random random = new Random(SEED);
        int tried = 0;
        List<String> survivors = new ArrayList<>();
        for (String path : StandardsFolder.signatureResults().keySet()) {
            byte[] signed = StandardsFolder.bytes(path);
            Verifier verifier = Verifier.of(
                    StandardsFolder.withKeysNamedInProofs(StandardsFolder.settings(), StandardsFolder.json(path)));
            if (verifier.verify(signed).verdict().signature() != Finding.VALID) continue;
            int[] bits = FLIPS.equals("all")
                    ? IntStream.range(0, signed.length * 8).toArray()
                    : random.ints(Integer.parseInt(FLIPS), 0, signed.length * 8).toArray();
            for (int bit : bits) {
                tried++;
                byte[] flipped = signed.clone();
                flipped[bit >> 3] ^= (byte) (1 << (bit & 7));
                if (verifier.verify(flipped).verdict().signature() == Finding.VALID && !saysTheSame(signed, flipped)) {
                    survivors.add(path + " bit " + bit);
                }
            }
        }
        assertThat(tried).isGreaterThan(500);
        assertThat(survivors).isEmpty();
    }

    /**
     * Whether two documents differ in nothing that a signature over statements could see: the layout of the JSON, the made-up label of a
     * blank node, or the version of a context whose words mean the same in both.
     */
    private static boolean saysTheSame(byte[] one, byte[] other) throws IOException {
        return plain(one).equals(plain(other));
    }

    private static JsonNode plain(byte[] document) throws IOException {
        String text = new String(document, StandardCharsets.UTF_8)
                .replaceAll("\"_:[A-Za-z0-9_.-]+\"", "\"_:blank\"")
                .replaceAll("ob/v3p0/context-3\\.0\\.[123]\\.json\"", "ob/v3p0/context-3.0.x.json\"")
                .replaceAll("security/data-integrity/v[12]\"", "security/data-integrity/vx\"");
        return Json.mapper().readTree(text);
    }

    @Test
    void no_input_gets_out_of_the_border() throws Exception {
        Random random = new Random(SEED);
        List<byte[]> seeds = seeds();
        Verifier verifier = Verifier.of(TrustSettings.OFFLINE);
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = mutated(seeds, random);
            Verification verification = verifier.verify(input);
            assertThat(verification.verdict().reasons())
                    .as("input %d of seed %d: %s", i, SEED, new String(input, StandardCharsets.ISO_8859_1))
                    .isNotEmpty()
                    .noneMatch(reason -> reason.code().equals("could_not_check"));
        }
    }

    @Test
    void depth_size_and_number_are_bounded() throws Exception {
        Verifier verifier = Verifier.of(TrustSettings.OFFLINE);
        List<String> hostile = List.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000),
                "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],\"type\":\"VerifiableCredential\",\"endorsement\":["
                        + "{\"type\":\"VerifiableCredential\"},".repeat(5_000) + "{}]}",
                "{\"verifiableCredential\":".repeat(30) + "{}" + "}".repeat(30),
                "{\"type\":\"VerifiableCredential\",\"validUntil\":" + "9".repeat(900) + "}",
                "{\"type\":\"VerifiableCredential\",\"x\":1e999999999}",
                "{\"type\":\"VerifiableCredential\",\"proof\":[" + "{},".repeat(500) + "{}]}",
                "ey.ey.ey",
                "a.".repeat(100_000),
                "\u0000",
                "\ufeff{}",
                "");
        for (String input : hostile) {
            assertThat(verifier.verify(input.getBytes(StandardCharsets.UTF_8))
                            .verdict()
                            .signature())
                    .isNotEqualTo(Finding.VALID);
        }
        assertThat(verifier.verify(new byte[5_000_000]).verdict().reasons())
                .anyMatch(r -> r.code().equals("too_large"));
    }

    /** Many blank nodes that all look alike: canonical order would take for ever. */
    @Test
    void a_graph_made_to_take_for_ever_is_given_up() throws Exception {
        TestIssuer college = TestIssuer.ed25519();
        ObjectNode badge = college.withProof(college.badge(), "eddsa-rdfc-2022");
        var evidence = badge.putArray("evidence");
        for (int i = 0; i < 10; i++) {
            ObjectNode node = evidence.addObject().put("id", "_:n" + i);
            var related = node.putArray("evidence");
            node.putArray("type").add("VerifiableCredential");
            for (int j = 0; j < 10; j++) if (j != i) related.add("_:n" + j);
        }
        Verification verification = Verifier.of(TrustSettings.OFFLINE.withTimeLimit(Duration.ofMillis(300)))
                .verify(Json.write(badge));
        assertThat(verification.verdict().signature()).isNotEqualTo(Finding.VALID);
    }

    private static List<byte[]> seeds() throws Exception {
        List<byte[]> seeds = new ArrayList<>();
        TestIssuer college = TestIssuer.ed25519();
        seeds.add(college.signed(college.badge()));
        ObjectNode header = Json.mapper().createObjectNode().put("alg", "EdDSA").put("kid", college.keyName());
        seeds.add(college.token(header, college.badge()).getBytes(StandardCharsets.UTF_8));
        if (Files.isDirectory(StandardsFolder.ROOT)) {
            try (Stream<Path> files = Files.walk(StandardsFolder.ROOT)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(f ->
                                f.toString().matches(".*(vc-test-fixtures|inspector-|vc-di-eddsa).*(json|jwt|list)"))
                        .sorted()
                        .toList()) {
                    if (Files.size(file) < 40_000) seeds.add(Files.readAllBytes(file));
                }
            }
        }
        return seeds;
    }

    /** Random bytes, or a sample with bytes changed, taken out, doubled, or a piece of another sample put in. */
    private static byte[] mutated(List<byte[]> seeds, Random random) {
        if (random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
        for (int n = 1 + random.nextInt(4); n > 0 && input.length > 0; n--) {
            int at = random.nextInt(input.length);
            int length = Math.min(input.length - at, 1 + random.nextInt(60));
            input = switch (random.nextInt(6)) {
                case 0 -> spliced(input, at, 1, new byte[] {(byte) random.nextInt(256)});
                case 1 -> spliced(input, at, length, new byte[0]);
                case 2 -> spliced(input, at, 0, Arrays.copyOfRange(input, at, at + length));
                case 3 -> {
                    byte[] other = seeds.get(random.nextInt(seeds.size()));
                    if (other.length == 0) yield input;
                    int from = random.nextInt(other.length);
                    yield spliced(
                            input, at, length, Arrays.copyOfRange(other, from, Math.min(other.length, from + length)));
                }
                case 4 -> swappedValue(input, random);
                default -> spliced(input, at, 1, new byte[] {(byte) "{}[]\":,0-e.\\@ntf".charAt(random.nextInt(16))});
            };
        }
        return input;
    }

    private static byte[] spliced(byte[] input, int at, int out, byte[] in) {
        byte[] result = new byte[input.length - out + in.length];
        System.arraycopy(input, 0, result, 0, at);
        System.arraycopy(in, 0, result, at, in.length);
        System.arraycopy(input, at + out, result, at + in.length, input.length - at - out);
        return result;
    }

    /** Well-formed, but with one value of another type: this gets past the parser, to where it hurts. */
    private static byte[] swappedValue(byte[] input, Random random) {
        try {
            JsonNode tree = Json.mapper().readTree(new String(input, StandardCharsets.UTF_8));
            List<JsonNode> containers = new ArrayList<>();
            collect(tree, containers);
            if (containers.isEmpty()) return input;
            JsonNode container = containers.get(random.nextInt(containers.size()));
            JsonNode value = Json.mapper().readTree(STRANGE[random.nextInt(STRANGE.length)]);
            if (container instanceof ObjectNode object && !object.isEmpty()) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                object.set(names.get(random.nextInt(names.size())), value);
            } else if (container instanceof com.fasterxml.jackson.databind.node.ArrayNode array) {
                array.add(value);
            }
            return Json.write(tree);
        } catch (IOException e) {
            return input;
        }
    }

    private static final String[] STRANGE = {
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "1.5",
        "\"\"",
        "\"x\"",
        "[]",
        "{}",
        "[[]]",
        "[null]",
        "{\"id\":5}",
        "{\"@value\":1}",
        "{\"@list\":[[1]]}",
        "{\"@id\":\"_:b\"}",
        "\"did:key:z\"",
        "\"did:jwk:e30\"",
        "\"did:web:\"",
        "\"https:\"",
        "\"#\"",
        "[[[[\"a\"]]]]",
        "{\"@context\":null}",
        "{\"@context\":{\"a\":\"b:c\"}}",
        "{\"type\":\"VerifiableCredential\",\"proof\":{}}",
        "99999999999999999999999"
    };

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (!node.isContainerNode()) return;
        containers.add(node);
        node.forEach(child -> collect(child, containers));
    }
}
