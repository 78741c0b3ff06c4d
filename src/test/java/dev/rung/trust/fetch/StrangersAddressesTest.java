package dev.rung.trust.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Addresses that a stranger writes into a credential, to make Rung knock inside the operator's network. The rule for addresses here notes what the real one
 * says and then lets nothing through, so that not one packet leaves this machine even if the real one were wrong.
 */
final class StrangersAddressesTest {
    private final List<InetAddress> let = new ArrayList<>();
    private final List<InetAddress> asked = new ArrayList<>();

    private boolean noted(InetAddress address) {
        asked.add(address);
        if (PublicAddresses.isPublic(address)) let.add(address);
        return false;
    }

    private GuardedFetch guarded(GuardedFetch.Names names) {
        return new GuardedFetch(this::noted, (SSLSocketFactory) SSLSocketFactory.getDefault(), names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://017700000001/",
                "https://0/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2606:4700::5efe:127.0.0.1]/",
                "https://[fe80::1%25lo]/",
                "https://localhost/",
                "https://localhost./",
                "https://LOCALHOST:8080/",
                "https://10.0.0.1/",
                "https://192.168.1.1:6443/",
                "https://172.16.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.100.100.200/",
                "https://user@10.0.0.1/",
                "https://example.org@10.0.0.1/",
                "https://10.0.0.1#@example.org/",
                "https://10.0.0.1\\@example.org/",
                "https://①②⑦.⓪.⓪.①/",
                "https://127。0。0。1/",
                "https:10.0.0.1",
                "https:///10.0.0.1",
                "https://10.0.0.1/\r\nHost: x",
                "https://10.0.0.1 /",
                "HTTPS://10.0.0.1/",
                "jar:https://10.0.0.1/x!/",
                "file:///etc/hostname",
                "gopher://127.0.0.1:6379/_x",
            })
    void noneIsKnockedAt(String address) {
        assertThat(guarded(StrangersAddressesTest::literal).get(address)).isEmpty();
        assertThat(let).isEmpty();
    }

    /** Names that are numbers, without asking a server of names for those that are not. */
    private static InetAddress[] literal(String host) throws IOException {
        return host.matches("(?i)localhost\\.?|[0-9a-fx.]+|.*:.*")
                ? InetAddress.getAllByName(host)
                : new InetAddress[] {InetAddress.getByName("10.0.0.1")};
    }

    /** Of several addresses each must be fit: the connection might go to any. */
    @Test
    void oneAddressWithinIsEnoughToRefuse() {
        GuardedFetch fetch = guarded(host -> new InetAddress[] {
            InetAddress.getByName("127.0.0.1"), InetAddress.getByName("8.8.8.8"),
        });

        assertThat(fetch.get("https://rebinding.example/")).isEmpty();
        assertThat(asked).hasSize(1);
    }

    /** A server of names that answers with another address the second time is not asked a second time. */
    @Test
    void aNameIsLookedUpOnce() {
        AtomicInteger lookUps = new AtomicInteger();
        GuardedFetch fetch = guarded(host -> {
            lookUps.incrementAndGet();
            return new InetAddress[] {InetAddress.getByName("203.0.113.1")};
        });

        assertThat(fetch.get("https://rebinding.example/")).isEmpty();
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void aServerOfNamesThatNeverAnswersIsNotWaitedFor() {
        CountDownLatch never = new CountDownLatch(1);
        GuardedFetch fetch = guarded(host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return new InetAddress[0];
        });

        assertThat(fetch.get("https://slow.example/")).isEmpty();
        never.countDown();
    }
}
