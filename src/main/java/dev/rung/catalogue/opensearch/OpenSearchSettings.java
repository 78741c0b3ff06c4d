package dev.rung.catalogue.opensearch;

import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which cluster, and how to speak to it.
 *
 * @param nodes addresses of its nodes, {@code http} or {@code https}, without a path; requests go round among them. With a login, {@code http}
 *     is for this machine only
 * @param prefix what the names of all indices begin with: several catalogues can share a cluster
 * @param login name and password, if the cluster asks for them
 * @param authorities a PEM file of the authorities that sign the cluster's certificates; none: those of the JDK
 * @param shards into how many parts a new generation is divided, 1 to 1,024
 * @param replicas how many further copies of each part the cluster keeps: with one or more, a node can be lost without losing anything
 * @param patience how long a request is repeated while nodes fail or push back
 */
public record OpenSearchSettings(
        List<URI> nodes,
        String prefix,
        Optional<Login> login,
        Optional<Path> authorities,
        int shards,
        int replicas,
        Duration patience) {
    public static final String DEFAULT_PREFIX = "rung";
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(60);

    public OpenSearchSettings {
        nodes = Check.list("nodes", nodes);
        if (nodes.isEmpty()) throw new InvalidField("nodes", "must name at least one address of the cluster");
        for (URI node : nodes) check(node, login.isPresent());
        if (authorities.isPresent() && nodes.stream().noneMatch(OpenSearchSettings::isEncrypted)) {
            throw new InvalidField("nodes", "must be https where authorities are named: http has no certificates");
        }
        if (!prefix.matches("[a-z][a-z0-9-]{0,40}")) {
            throw new InvalidField("prefix", "must be lower-case letters, digits and hyphens, beginning with a letter");
        }
        Check.range("shards", shards, 1, 1_024);
        Check.range("replicas", replicas, 0, 100);
    }

    private static void check(URI node, boolean hasLogin) {
        if (node.getRawUserInfo() != null) {
            throw new InvalidField("nodes", "must be addresses without a name and a password; those are given apart");
        }
        boolean web = "http".equals(node.getScheme()) || isEncrypted(node);
        boolean bare = (node.getRawPath() == null || node.getRawPath().matches("/?"))
                && node.getRawQuery() == null
                && node.getRawFragment() == null;
        if (!web || node.getHost() == null || !bare) {
            throw new InvalidField("nodes", "must be addresses such as https://node:9200, not " + node);
        }
        if (hasLogin && !isEncrypted(node) && !isHere(node)) {
            throw new InvalidField(
                    "nodes",
                    "must be https where a name and a password are given, as everybody on the way can read what goes over http; "
                            + node + " is not");
        }
    }

    private static boolean isEncrypted(URI node) {
        return "https".equals(node.getScheme());
    }

    /** Nobody is on the way to this machine itself. */
    private static boolean isHere(URI node) {
        return node.getHost().equals("localhost")
                || node.getHost().equals("[::1]")
                || node.getHost().matches("127(\\.[0-9]{1,3}){3}");
    }

    /** One shard, one replica, no login: {@code OpenSearchSettings.of(URI.create("http://127.0.0.1:9200"))}. */
    public static OpenSearchSettings of(URI... nodes) {
        return new OpenSearchSettings(
                List.of(nodes), DEFAULT_PREFIX, Optional.empty(), Optional.empty(), 1, 1, DEFAULT_PATIENCE);
    }

    /** The same cluster, with another prefix. */
    public OpenSearchSettings prefixed(String other) {
        return new OpenSearchSettings(nodes, other, login, authorities, shards, replicas, patience);
    }

    /**
     * A name and its password; never shown.
     *
     * @param name without a colon, which is where HTTP takes the password to begin
     */
    public record Login(String name, String password) {
        public Login {
            if (name.isBlank() || name.contains(":")) throw new InvalidField("name", "must be a word without a colon");
            if (password.isEmpty()) throw new InvalidField("password", "must not be empty");
        }

        @Override
        public String toString() {
            return name + ":…";
        }
    }
}
