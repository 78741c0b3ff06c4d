package dev.rung.pages;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.rung.StarterForTests;
import dev.rung.audit.Decisions;
import dev.rung.behaviour.EventLog;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.server.RungServer;
import dev.rung.server.ServerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.slf4j.LoggerFactory;

/** The server that the pages are tested on: the starter catalogue in Lucene, started once for all tests, stopped with the virtual machine. */
final class Site {
    private static final Path FOLDER = folder();
    private static final LuceneCatalogue CATALOGUE = StarterForTests.open(FOLDER);
    private static final Decisions DECISIONS = new Decisions(FOLDER.resolve(Decisions.FILE), Clock.systemUTC());
    private static final EventLog EVENTS = EventLog.open(FOLDER.resolve("events"));
    private static final int PORT = start();

    private Site() {}

    private static int start() {
        try {
            RungServer server = another(config -> config);
            server.warmUp();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server.port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("rung-pages-test");
            StarterForTests.fill(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more server on the same catalogue, for a page that needs keys, other origins or a folder. Whoever asks for it closes it. */
    static RungServer another(UnaryOperator<ServerConfig> configured) throws IOException {
        return RungServer.start(
                configured.apply(ServerConfig.local(0)), CATALOGUE, StarterForTests.ENCODER, DECISIONS, EVENTS);
    }

    private static void stop(RungServer server) {
        server.close();
        EVENTS.close();
        CATALOGUE.close();
        try {
            IOUtils.rm(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a page: {@code Site.at("/")}. */
    static String at(String path) {
        return "http://127.0.0.1:" + PORT + path;
    }

    /**
     * Everything that is logged, at the level of a server in use, while something is done, up to a line with these words. A server writes its line
     * about a request some time after the browser has the answer.
     */
    static List<String> logged(String last, Runnable deed) {
        Lines lines = new Lines();
        List<Logger> loggers = Stream.of(org.slf4j.Logger.ROOT_LOGGER_NAME, "dev.rung.requests")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        Logger requests = loggers.getLast();
        lines.start();
        requests.setAdditive(false);
        requests.setLevel(Level.INFO);
        loggers.forEach(logger -> logger.addAppender(lines));
        try {
            deed.run();
            lines.awaitOne(last);
        } finally {
            loggers.forEach(logger -> logger.detachAppender(lines));
            requests.setLevel(null);
            requests.setAdditive(true);
        }
        return List.copyOf(lines.all);
    }

    /** Keeps what is logged by any thread. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private static final Duration PATIENCE = Duration.ofSeconds(60);

        private final List<String> all = new ArrayList<>();

        /** The logger calls it one thread at a time, and so does whoever waits. */
        @Override
        protected synchronized void append(ILoggingEvent event) {
            all.add(event.getFormattedMessage());
            notifyAll();
        }

        synchronized void awaitOne(String words) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (all.stream().noneMatch(line -> line.contains(words))) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) throw new AssertionError("no line says " + words + ", but: " + all);
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
