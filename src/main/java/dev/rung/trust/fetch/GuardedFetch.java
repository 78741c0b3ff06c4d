package dev.rung.trust.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.OutputStream;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Fetches documents over https, and nothing else, from public addresses, and no others.
 *
 * <p>Whoever writes a credential chooses the addresses in it, so each is a stranger's wish. The guard:
 *
 * <ul>
 *   <li>The host's name is looked up once, every address it has must be public ({@link PublicAddresses}), and the connection goes to the
 *       very address that was checked: a second, different answer from the name server cannot slip in between. That is why the sockets
 *       are opened here and not by an HTTP library, which would look the name up again.
 *   <li>A redirect is a new address and goes through the same door; there are at most {@value #MAX_REDIRECTS}.
 *   <li>Certificates and host names are checked by the JDK. No cookies, no credentials, no proxy.
 *   <li>At most {@value #MAX_BYTES} bytes in at most three seconds, over all redirects.
 *   <li>Answers, and that there was none, are kept for five minutes, so that a thousand badges ask an issuer once.
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class GuardedFetch implements Fetch {
    static final int MAX_BYTES = 2_000_000;
    static final int MAX_REDIRECTS = 3;
    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final long CACHE_BYTES = 64_000_000;
    private static final int MAX_ADDRESS = 2_000;

    private static final System.Logger LOG = System.getLogger(GuardedFetch.class.getName());

    private final Predicate<InetAddress> allowed;
    private final SSLSocketFactory sockets;
    private final Names names;
    private final Cache<String, Optional<byte[]>> kept = Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumWeight(CACHE_BYTES)
            .weigher((String address, Optional<byte[]> body) ->
                    2 * address.length() + body.map(bytes -> bytes.length).orElse(0))
            .build();

    public GuardedFetch() {
        this(PublicAddresses::isPublic, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    GuardedFetch(Predicate<InetAddress> allowed, SSLSocketFactory sockets) {
        this(allowed, sockets, InetAddress::getAllByName);
    }

    /** With another rule for addresses, other certificates and other names: for tests, whose servers are on this machine. */
    GuardedFetch(Predicate<InetAddress> allowed, SSLSocketFactory sockets, Names names) {
        this.allowed = allowed;
        this.sockets = sockets;
        this.names = names;
    }

    @Override
    public Optional<byte[]> get(String address) {
        return kept.get(address, this::fetch);
    }

    private Optional<byte[]> fetch(String address) {
        long end = System.nanoTime() + TIME_LIMIT.toNanos();
        try {
            URI at = door(address);
            for (int i = 0; i <= MAX_REDIRECTS; i++) {
                Response response = request(at, end);
                if (response.isRedirect()) {
                    at = door(at.resolve(response.location()).toString());
                } else {
                    return response.status() == 200 ? Optional.of(response.body()) : Optional.empty();
                }
            }
            throw new IOException("more than " + MAX_REDIRECTS + " redirects");
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "not fetched: {0}: {1}", address, e.getMessage());
            return Optional.empty();
        }
    }

    /** Lets through only https addresses with a host and without a user. */
    private static URI door(String address) throws IOException {
        if (address.length() > MAX_ADDRESS) throw new IOException("the address is too long");
        URI uri = URI.create(address);
        boolean fine =
                "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null;
        if (!fine) throw new IOException("only https addresses with a host and no user are fetched");
        return uri;
    }

    private Response request(URI at, long end) throws IOException {
        String host = IDN.toASCII(at.getHost().replaceAll("[\\[\\]]", ""));
        int port = at.getPort() < 0 ? 443 : at.getPort();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(checked(host, end), port), left(end));
            plain.setSoTimeout(left(end));
            try (SSLSocket secure = (SSLSocket) sockets.createSocket(plain, host, port, true)) {
                SSLParameters parameters = secure.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secure.setSSLParameters(parameters);
                secure.startHandshake();
                String path = at.getRawPath() == null || at.getRawPath().isEmpty() ? "/" : at.getRawPath();
                String query = at.getRawQuery() == null ? "" : "?" + at.getRawQuery();
                String request = "GET " + path + query + " HTTP/1.1\r\nHost: " + at.getRawAuthority()
                        + "\r\nUser-Agent: rung\r\nAccept: application/json, application/*;q=0.9, */*;q=0.1"
                        + "\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n";
                OutputStream out = secure.getOutputStream();
                out.write(request.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                return Response.read(new TimedInput(secure, end), MAX_BYTES);
            }
        }
    }

    private InetAddress checked(String host, long end) throws IOException {
        InetAddress[] addresses = lookUp(host, left(end));
        for (InetAddress address : addresses) {
            if (!allowed.test(address)) throw new IOException(host + " is not on the public Internet");
        }
        return addresses[0];
    }

    /** The system's resolver has a patience of its own, which a stranger's name server could use up. */
    private InetAddress[] lookUp(String host, int millis) throws IOException {
        FutureTask<InetAddress[]> answer = new FutureTask<>(() -> names.lookUp(host));
        Thread.ofVirtual().start(answer);
        try {
            return answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(host + " could not be looked up", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("looking up " + host + " took too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** A service of names, such as the system's. */
    @FunctionalInterface
    interface Names {
        InetAddress[] lookUp(String host) throws IOException;
    }

    static int left(long end) throws IOException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) throw new IOException("it took too long");
        return (int) millis;
    }
}
