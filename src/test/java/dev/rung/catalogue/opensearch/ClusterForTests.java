package dev.rung.catalogue.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a {@link RealCluster} for the first test that asks for it, shares it among all classes, and ends it after the last test of the run. */
public final class ClusterForTests implements ParameterResolver, AfterAllCallback {
    private static final int NODES = 3;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RealCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return kept(context).getOrComputeIfAbsent(Kept.class, k -> new Kept(), Kept.class).cluster;
    }

    /** The classes to come have it to themselves. */
    @Override
    public void afterAll(ExtensionContext context) {
        Kept kept = kept(context).get(Kept.class, Kept.class);
        if (kept != null) kept.cluster.clear();
    }

    private static ExtensionContext.Store kept(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(RealCluster.class));
    }

    private static final class Kept implements AutoCloseable {
        private final RealCluster cluster;

        Kept() {
            String archives = System.getProperty("rung.cluster.archives");
            if (archives == null) throw new IllegalStateException("there is no cluster without mvn -Pcluster");
            try {
                cluster = RealCluster.start(
                        Path.of(archives), List.of(Archives.KNN), NODES, "-Xms512m -Xmx512m -XX:TieredStopAtLevel=1");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            cluster.close();
        }
    }
}
