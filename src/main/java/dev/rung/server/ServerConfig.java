package dev.rung.server;

import dev.rung.skill.Check;
import dev.rung.trust.TrustFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a server listens and what it puts up with.
 *
 * <pre>{@code
 * ServerConfig.local(8080);                                            // this machine only, no keys
 * ServerConfig.local(8080).withKeys(Path.of("keys")).withHost("0.0.0.0");
 * }</pre>
 *
 * @param host address to listen on; without keys it has to be a loopback one
 * @param port to listen on; 0 lets the system choose
 * @param keys file of hashed keys, see {@link Keys}; none: everything is allowed, to this machine only
 * @param origins other sites whose pages may call this one, as {@code https://portal.example}; {@code *} for all
 * @param limits what it puts up with
 * @param trust whom it trusts when it checks credentials
 * @param recheck how often it checks again what candidates hold; zero: only when asked
 * @param folder where it notes down what was imported, how evaluations went and when it checked; none: nowhere, it forgets when it stops
 */
public record ServerConfig(
        String host,
        int port,
        Optional<Path> keys,
        List<String> origins,
        Limits limits,
        TrustFiles trust,
        Duration recheck,
        Optional<Path> folder) {
    /** Once a day. */
    public static final Duration DAILY = Duration.ofHours(24);

    public ServerConfig {
        host = Check.id("host", host);
        Check.range("port", port, 0, 65_535);
        keys = Check.optional(keys);
        origins = Check.distinct("origins", origins, o -> o);
        Check.present("limits", limits);
        Check.present("trust", trust);
        Check.range(
                "recheck",
                Check.present("recheck", recheck).toMillis(),
                0,
                Duration.ofDays(366).toMillis());
        folder = Check.optional(folder);
    }

    /** On the loopback address, without keys. */
    public static ServerConfig local(int port) {
        return new ServerConfig(
                "127.0.0.1",
                port,
                Optional.empty(),
                List.of(),
                Limits.DEFAULT,
                TrustFiles.NONE,
                DAILY,
                Optional.empty());
    }

    public ServerConfig withHost(String other) {
        return new ServerConfig(other, port, keys, origins, limits, trust, recheck, folder);
    }

    public ServerConfig withKeys(Path file) {
        return new ServerConfig(host, port, Optional.of(file), origins, limits, trust, recheck, folder);
    }

    public ServerConfig withOrigins(List<String> others) {
        return new ServerConfig(host, port, keys, others, limits, trust, recheck, folder);
    }

    public ServerConfig withLimits(Limits others) {
        return new ServerConfig(host, port, keys, origins, others, trust, recheck, folder);
    }

    /** Trusting whom these files say. */
    public ServerConfig withTrust(TrustFiles files) {
        return new ServerConfig(host, port, keys, origins, limits, files, recheck, folder);
    }

    /** Checking again what candidates hold this often; zero: only when asked. */
    public ServerConfig withRecheck(Duration interval) {
        return new ServerConfig(host, port, keys, origins, limits, trust, interval, folder);
    }

    /** Noting down in this folder what was imported, how evaluations went and when it checked. */
    public ServerConfig withFolder(Path other) {
        return new ServerConfig(host, port, keys, origins, limits, trust, recheck, Optional.of(other));
    }
}
