import com.apicatalog.multibase.Multibase;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.person.Finding;
import dev.rung.trust.TrustSettings;
import dev.rung.trust.Verifier;
import dev.rung.trust.linked.Statements;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * How many credentials one core verifies in a second once the program is warm, beside what the bare signature costs.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -cp 'target/rung.jar:target/lib/*' benchmarks/VerifyBenchmark.java [FILE...]
 * </pre>
 *
 * <p>Without files it makes a badge of its own. Figures are per second of this thread's CPU time, which others on the machine hardly
 * disturb, and per second by the clock, which they do. Nothing is remembered between checks: each reads the bytes anew.
 */
public final class VerifyBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long WARM_UP_NANOS = 8_000_000_000L;
    private static final long MEASURED_NANOS = 5_000_000_000L;
    private static final int ROUNDS = 5;

    private VerifyBenchmark() {}

    public static void main(String[] files) throws Exception {
        System.out.printf("%-60s %8s %14s %14s%n", "what", "bytes", "per s of CPU", "per s of clock");
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        if (files.length == 0) measureCredential("own badge, eddsa-rdfc-2022", badge(keys));
        for (String file : files) measureCredential(Path.of(file).getFileName().toString(), Files.readAllBytes(Path.of(file)));

        byte[] hashes = new byte[64];
        Signature sign = Signature.getInstance("Ed25519");
        sign.initSign(keys.getPrivate());
        sign.update(hashes);
        byte[] signature = sign.sign();
        measure("the JDK's Ed25519 alone, over the 64 bytes that are signed", hashes.length, () -> {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(keys.getPublic());
            check.update(hashes);
            return check.verify(signature);
        });
    }

    private static void measureCredential(String name, byte[] credential) throws Exception {
        Verifier verifier = Verifier.of(TrustSettings.OFFLINE.withTimeLimit(Duration.ofSeconds(60)));
        measure(name, credential.length, () -> verifier.verify(credential).verdict().signature() == Finding.VALID);
    }

    private static void measure(String name, int bytes, Callable<Boolean> check) throws Exception {
        run(check, WARM_UP_NANOS);
        double[] cpu = new double[ROUNDS];
        double[] clock = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            long before = System.nanoTime();
            long n = run(check, MEASURED_NANOS);
            cpu[i] = n * 1e9 / (THREADS.getCurrentThreadCpuTime() - cpuBefore);
            clock[i] = n * 1e9 / (System.nanoTime() - before);
        }
        Arrays.sort(cpu);
        Arrays.sort(clock);
        System.out.printf("%-60s %8d %14.0f %14.0f%n", name, bytes, cpu[ROUNDS / 2], clock[ROUNDS / 2]);
    }

    /** Checks for so much CPU time of this thread. */
    private static long run(Callable<Boolean> check, long nanos) throws Exception {
        long n = 0;
        for (long start = THREADS.getCurrentThreadCpuTime(); THREADS.getCurrentThreadCpuTime() - start < nanos; n++) {
            if (!check.call()) throw new IllegalStateException("what is measured must be valid");
        }
        return n;
    }

    private static byte[] badge(KeyPair keys) throws Exception {
        byte[] encoded = keys.getPublic().getEncoded();
        ByteArrayOutputStream multikey = new ByteArrayOutputStream();
        multikey.write(0xed);
        multikey.write(0x01);
        multikey.write(encoded, encoded.length - 32, 32);
        String key = Multibase.BASE_58_BTC.encode(multikey.toByteArray());
        String did = "did:key:" + key;
        ObjectNode badge = (ObjectNode) Json.mapper().readTree("""
                {"@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "id": "urn:uuid:7b5c8f4e-1111-4222-8333-944444444444", "type": ["VerifiableCredential", "OpenBadgeCredential"],
                 "issuer": {"id": "%s", "type": ["Profile"], "name": "A college", "url": "https://college.example",
                   "image": {"id": "https://college.example/logo.png", "type": "Image", "caption": "Its logo"}},
                 "validFrom": "2025-01-01T00:00:00Z", "validUntil": "2035-01-01T00:00:00Z", "name": "Bread baking",
                 "credentialSubject": {"id": "did:example:learner", "type": ["AchievementSubject"],
                   "achievement": {"id": "urn:uuid:1b5c8f4e-1111-4222-8333-944444444444", "type": ["Achievement"],
                     "achievementType": "MicroCredential", "name": "Bread baking", "description": "Bakes bread by hand and by machine.",
                     "criteria": {"narrative": "A practical test before two examiners."},
                     "alignment": [{"type": ["Alignment"], "targetName": "bake bread", "targetUrl": "https://skills.example/bread"}]}}}
                """.formatted(did));
        ObjectNode proof = Json.mapper().createObjectNode();
        proof.put("type", "DataIntegrityProof").put("cryptosuite", "eddsa-rdfc-2022").put("created", "2025-01-01T00:00:00Z");
        proof.put("verificationMethod", did + "#" + key).put("proofPurpose", "assertionMethod");
        ObjectNode options = proof.deepCopy();
        options.set("@context", badge.get("@context"));
        Signature sign = Signature.getInstance("Ed25519");
        sign.initSign(keys.getPrivate());
        for (ObjectNode part : new ObjectNode[] {options, badge}) {
            byte[] canonical = Statements.of(part, "SHA-256", Duration.ofSeconds(60)).canonical();
            sign.update(MessageDigest.getInstance("SHA-256").digest(canonical));
        }
        badge.set("proof", proof.put("proofValue", Multibase.BASE_58_BTC.encode(sign.sign())));
        return Json.write(badge);
    }
}
