package dev.rung.cli;

import dev.rung.catalogue.opensearch.OpenSearchSettings;
import dev.rung.catalogue.opensearch.OpenSearchSettings.Login;
import dev.rung.skill.InvalidField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --engine} and {@code --opensearch…}: what holds the catalogue, and how to reach it. */
final class EngineOptions {
    private static final String PASSWORD = "RUNG_OPENSEARCH_PASSWORD";
    private static final URI HERE = URI.create("http://127.0.0.1:9200");

    /** Engines that can hold the catalogue. */
    enum Engine {
        LUCENE,
        OPENSEARCH
    }

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description =
                    "What holds the catalogue: lucene, in the data folder, or opensearch, a cluster (default: lucene). See docs/opensearch.md.")
    private Engine engine = Engine.LUCENE;

    @Option(
            names = "--opensearch",
            paramLabel = "URL",
            split = ",",
            description = "Addresses of the cluster's nodes (default: http://127.0.0.1:9200).")
    private List<URI> nodes = List.of();

    @Option(
            names = "--opensearch-user",
            paramLabel = "NAME",
            description =
                    "Whom the cluster knows; the password is taken from the environment variable " + PASSWORD + ".")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--opensearch-password-file",
            paramLabel = "FILE",
            description = "Takes the password from a file instead.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--opensearch-ca",
            paramLabel = "FILE",
            description =
                    "PEM file of the authorities that sign the cluster's certificates (default: those of the JDK).")
    private Optional<Path> authorities = Optional.empty();

    @Option(
            names = "--opensearch-prefix",
            paramLabel = "NAME",
            description =
                    "What the names of its indices begin with (default: " + OpenSearchSettings.DEFAULT_PREFIX + ").")
    private Optional<String> prefix = Optional.empty();

    @Option(
            names = "--opensearch-shards",
            paramLabel = "N",
            description = "Into how many parts a new generation is divided (default: 1).")
    private Optional<Integer> shards = Optional.empty();

    @Option(
            names = "--opensearch-replicas",
            paramLabel = "N",
            description = "How many further copies of each part there are (default: 1).")
    private Optional<Integer> replicas = Optional.empty();

    Engine engine() {
        return engine;
    }

    /**
     * The cluster that holds the catalogue; none if the data folder does.
     *
     * @throws InvalidField if the options do not go together
     * @throws UncheckedIOException if the file with the password cannot be read
     */
    Optional<OpenSearchSettings> cluster() {
        if (engine == Engine.LUCENE) {
            if (isClusterNamed()) {
                throw new InvalidField("--engine", "must be opensearch where options of a cluster are given");
            }
            return Optional.empty();
        }
        if (passwordFile.isPresent() && user.isEmpty()) {
            throw new InvalidField("--opensearch-password-file", "needs the user's name in --opensearch-user");
        }
        return Optional.of(new OpenSearchSettings(
                nodes.isEmpty() ? List.of(HERE) : nodes,
                prefix.orElse(OpenSearchSettings.DEFAULT_PREFIX),
                user.map(name -> new Login(name, password())),
                authorities,
                shards.orElse(1),
                replicas.orElse(1),
                OpenSearchSettings.DEFAULT_PATIENCE));
    }

    private boolean isClusterNamed() {
        return !nodes.isEmpty()
                || user.isPresent()
                || passwordFile.isPresent()
                || authorities.isPresent()
                || prefix.isPresent()
                || shards.isPresent()
                || replicas.isPresent();
    }

    private String password() {
        if (passwordFile.isPresent()) {
            try {
                return Files.readString(passwordFile.get()).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        new IOException("the file with the password cannot be read: " + passwordFile.get(), e));
            }
        }
        String password = System.getenv(PASSWORD);
        if (password == null) {
            throw new InvalidField(
                    "--opensearch-user", "needs a password in " + PASSWORD + " or in --opensearch-password-file");
        }
        return password;
    }
}
