package dev.rung.pages;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rung.StarterForTests;
import dev.rung.audit.Decisions;
import dev.rung.behaviour.BruteForceEvents;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.server.RungServer;
import dev.rung.server.ServerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.slf4j.LoggerFactory;

/** The server that the pages are tested on: the starter catalogue in Lucene, started once for all tests, stopped with the virtual machine. */
final class Site {
    private static final int PORT = start();

    private Site() {}

    private static int start() {
        try {
            Path folder = Files.createTempDirectory("rung-pages-test");
            StarterForTests.fill(folder);
            LuceneCatalogue catalogue = StarterForTests.open(folder);
            RungServer server = RungServer.start(
                    ServerConfig.local(0),
                    catalogue,
                    StarterForTests.ENCODER,
                    decisions(folder),
                    new BruteForceEvents());
            server.warmUp();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, catalogue, folder)));
            return server.port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where decisions about candidates are kept; none are made before a page asks for one. */
    static Decisions decisions(Path folder) {
        return new Decisions(folder.resolve(Decisions.FILE), Clock.systemUTC());
    }

    private static void stop(RungServer server, LuceneCatalogue catalogue, Path folder) {
        server.close();
        catalogue.close();
        try {
            IOUtils.rm(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a page: {@code Site.at("/")}. */
    static String at(String path) {
        return "http://127.0.0.1:" + PORT + path;
    }

    /** Everything that is logged, at the level of a server in use, while something is done. */
    static List<String> logged(Runnable deed) {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
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
        } finally {
            loggers.forEach(logger -> logger.detachAppender(lines));
            requests.setLevel(null);
            requests.setAdditive(true);
        }
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
