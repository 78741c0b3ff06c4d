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
 * @param nodes base addresses of its nodes, {@code http} or {@code https}; requests go round among them
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
        for (URI node : nodes) {
            boolean web = "http".equals(node.getScheme()) || "https".equals(node.getScheme());
            if (!web || node.getHost() == null) {
                throw new InvalidField("nodes", "must be addresses such as https://node:9200, not " + node);
            }
        }
        if (!prefix.matches("[a-z][a-z0-9-]{0,40}")) {
            throw new InvalidField("prefix", "must be lower-case letters, digits and hyphens, beginning with a letter");
        }
        Check.range("shards", shards, 1, 1_024);
        Check.range("replicas", replicas, 0, 100);
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

    /** A name and its password; never shown. */
    public record Login(String name, String password) {
        @Override
        public String toString() {
            return name + ":…";
        }
    }
}
