package dev.rung.trust.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address → what is fetched from it, against a real https server on this machine. */
final class GuardedFetchTest {
    private static final AtomicInteger REQUESTS = new AtomicInteger();
    private static HttpsServer server;
    private static SSLContext tls;
    private static String base;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        tls = selfSigned();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        page("/did.json", "{\"id\":\"did:web:localhost\"}".getBytes(StandardCharsets.UTF_8), false);
        page("/chunked", "{\"id\":1}".getBytes(StandardCharsets.UTF_8), true);
        page("/large", new byte[GuardedFetch.MAX_BYTES + 1], false);
        page("/large-chunked", new byte[GuardedFetch.MAX_BYTES + 1], true);
        page("/full", new byte[GuardedFetch.MAX_BYTES], true);
        redirect("/moved", "/did.json");
        redirect("/round", "/round");
        redirect("/to-http", "http://localhost/did.json");
        redirect("/inward", "https://127.0.0.2:" + server.getAddress().getPort() + "/did.json");
        server.start();
        base = "https://localhost:" + server.getAddress().getPort();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static void page(String path, byte[] body, boolean chunked) {
        server.createContext(path, exchange -> {
            REQUESTS.incrementAndGet();
            exchange.sendResponseHeaders(200, chunked ? 0 : body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            } catch (IOException e) {
                assertThat(body.length)
                        .as("only what is too large is broken off")
                        .isGreaterThan(GuardedFetch.MAX_BYTES);
            }
        });
    }

    private static void redirect(String path, String to) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    private static SSLContext selfSigned() throws Exception {
        Path store = folder.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "test",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor())
                .as(new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "secret".toCharArray());
        }
        KeyManagerFactory mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        mine.init(keys, "secret".toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("test", keys.getCertificate("test"));
        TrustManagerFactory theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        theirs.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
        return context;
    }

    /** Lets this machine's first loopback address through, and nothing else. */
    private static GuardedFetch here() {
        return new GuardedFetch(
                address -> address.getHostAddress().matches("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1"), tls.getSocketFactory());
    }

    @ParameterizedTest
    @CsvSource({"/did.json, 26", "/chunked, 8", "/moved, 26", "/full, " + GuardedFetch.MAX_BYTES})
    void is_fetched(String path, int bytes) {
        assertThat(here().get(base + path)).get().satisfies(body -> assertThat(body)
                .hasSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/large", "/large-chunked", "/round", "/to-http", "/inward"})
    void is_not_fetched(String path) {
        assertThat(here().get(base + path)).isEmpty();
    }

    @Test
    void this_machine_is_refused_unless_a_test_allows_it() {
        int before = REQUESTS.get();
        assertThat(new GuardedFetch().get(base + "/did.json")).isEmpty();
        assertThat(REQUESTS).hasValue(before);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() {
        GuardedFetch fetch = new GuardedFetch(address -> true, (SSLSocketFactory) SSLSocketFactory.getDefault());
        assertThat(fetch.get(base + "/did.json")).isEmpty();
    }

    @Test
    void a_certificate_for_another_name_is_refused() {
        GuardedFetch fetch = new GuardedFetch(address -> true, tls.getSocketFactory());
        assertThat(fetch.get("https://127.0.0.1:" + server.getAddress().getPort() + "/did.json"))
                .isEmpty();
    }

    @Test
    void asks_once_for_the_same_address() {
        GuardedFetch fetch = here();
        int before = REQUESTS.get();
        fetch.get(base + "/did.json");
        fetch.get(base + "/did.json");
        assertThat(REQUESTS).hasValue(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "file:///etc/hosts",
                "https:///x",
                "https://user@localhost/",
                "ftp://localhost/",
                "https:x",
                "",
                "::"
            })
    void is_no_address_to_fetch_from(String address) {
        assertThat(here().get(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false",
        "127.9.9.9, false",
        "10.0.0.1, false",
        "172.16.0.1, false",
        "172.32.0.1, true",
        "192.168.1.1, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "100.128.0.1, true",
        "0.0.0.0, false",
        "0.1.2.3, false",
        "224.0.0.1, false",
        "240.0.0.1, false",
        "255.255.255.255, false",
        "192.0.2.1, false",
        "198.18.0.1, false",
        "198.51.100.1, false",
        "203.0.113.1, false",
        "203.0.114.1, true",
        "8.8.8.8, true",
        "::, false",
        "::1, false",
        "fe80::1, false",
        "fc00::1, false",
        "fd00::1, false",
        "ff02::1, false",
        "::ffff:127.0.0.1, false",
        "::ffff:8.8.8.8, true",
        "64:ff9b::7f00:1, false",
        "2002:7f00:1::, false",
        "2001::1, false",
        "2001:db8::1, false",
        "3fff::1, false",
        "2606:4700::1111, true",
        "2001:4860:4860::8888, true",
    })
    void is_public(String address, boolean isPublic) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
    }
}
