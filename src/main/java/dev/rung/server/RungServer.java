package dev.rung.server;

import dev.rung.audit.Decisions;
import dev.rung.behaviour.Events;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Yielding;
import dev.rung.encoder.SkillEncoder;
import dev.rung.match.Recommender;
import dev.rung.privacy.Erasures;
import dev.rung.privacy.PersonalData;
import dev.rung.trust.Verifier;
import dev.rung.wallet.Wallet;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rung over HTTP.
 *
 * <pre>{@code
 * try (RungServer server = RungServer.start(ServerConfig.local(8080), catalogue, encoder, decisions, events)) {
 *     server.port();   // 8080
 * }
 * }</pre>
 *
 * <p>Requests arrive on virtual threads and are worked on by a limited number of others ({@link Limits.Turns#running}). Closing lets running requests finish, within {@link Limits.Times#stop}; new ones are told that the server
 * stops. Catalogue and events stay open: they belong to whoever opened them.
 */
public final class RungServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RungServer.class);

    /** How long a connection may be silent while there are as many as may be. */
    private static final Duration CROWDED_IDLE = Duration.ofSeconds(1);

    private final Javalin javalin;
    private final Catalogue catalogue;
    private final Metrics metrics;
    private final Recommender recommender;
    private final Door door;
    private final Reindexing reindexing;
    private final Optional<Rounds> rounds;
    private final Optional<OtherCopies> others;
    private final Lock warming = new ReentrantLock();
    private volatile boolean closing;

    private RungServer(
            Javalin javalin,
            Catalogue catalogue,
            Metrics metrics,
            Recommender recommender,
            Door door,
            Reindexing reindexing,
            Optional<Rounds> rounds,
            Optional<OtherCopies> others) {
        this.javalin = javalin;
        this.catalogue = catalogue;
        this.metrics = metrics;
        this.door = door;
        this.reindexing = reindexing;
        this.recommender = recommender;
        this.rounds = rounds;
        this.others = others;
    }

    /**
     * Asks a large catalogue some questions before anybody else does: for before {@link #start}, since whoever looks after several servers sends requests as soon as
     * one listens. Takes up to some ten seconds, and nothing for a small catalogue.
     */
    public static void rehearse(Catalogue catalogue, SkillEncoder encoder) {
        new WarmUp(catalogue, new Recommender(catalogue, encoder), System::nanoTime).run();
    }

    /**
     * Starts to listen.
     *
     * @param decisions where records of answers to recruiters are kept, if they ask for it
     * @param events what people did
     * @throws IOException if the key file cannot be read
     * @throws IllegalArgumentException if the configuration cannot be followed; says why
     */
    public static RungServer start(
            ServerConfig config, Catalogue catalogue, SkillEncoder encoder, Decisions decisions, Events events)
            throws IOException {
        Optional<Keys> keys = keys(config.keys());
        if (keys.isEmpty()) checkLoopback(config.host());
        TrustDesk trust = TrustDesk.open(config.trust(), config.limits());
        Wallet wallet = new Wallet(catalogue, trust::reread);
        Notes notes = Notes.in(config.folder());
        Metrics metrics = new Metrics(catalogue);
        metrics.watch(notes);
        config.folder().ifPresent(metrics::watch);
        Door door = new Door(keys, config.origins(), config.limits(), metrics);
        catalogue.yielding().to(door::isCrowded);
        Recommender recommender = new Recommender(catalogue, encoder, Clock.systemUTC(), events::lessons);
        Erasures erasures = config.folder()
                .map(folder -> Erasures.in(folder, Clock.systemUTC()))
                .orElseGet(Erasures::inMemory);
        PersonalData people = new PersonalData(wallet.catalogue(), decisions, events, erasures);
        Reindexing reindexing = new Reindexing(wallet.catalogue(), metrics, Clock.systemUTC(), recommender::prepare);
        Services services = new Services(
                wallet.catalogue(),
                encoder,
                recommender,
                decisions,
                events,
                people,
                wallet,
                trust,
                metrics,
                notes,
                reindexing,
                keys.isPresent(),
                config.limits());
        List<Route> routes = Routes.of(services);
        Javalin javalin = Javalin.create(javalinConfig -> configure(javalinConfig, config, door, routes, metrics));
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            throw new IOException(
                    "cannot listen on port " + config.port() + " of " + config.host()
                            + ": stop what listens there already, or choose another port with --port",
                    e);
        }
        Optional<Rounds> rounds = config.recheck().isZero()
                ? Optional.empty()
                : Optional.of(Rounds.every(config.recheck(), wallet, notes.rechecks(), metrics));
        Optional<OtherCopies> others = catalogue.erasureLog().map(log -> OtherCopies.listenedTo(people));
        return new RungServer(javalin, catalogue, metrics, recommender, door, reindexing, rounds, others);
    }

    private static void configure(
            JavalinConfig javalin, ServerConfig config, Door door, List<Route> routes, Metrics metrics) {
        Limits limits = config.limits();
        ProblemHandler problems = new ProblemHandler();
        javalin.concurrency.useVirtualThreads = true;
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        // Left to a proxy, where one is wanted: compressing costs more than most answers do.
        javalin.http.compressionStrategy = CompressionStrategy.NONE;
        javalin.router.ignoreTrailingSlashes = false;
        javalin.jetty.host = config.host();
        javalin.jetty.port = config.port();
        javalin.jetty.modifyHttpConfiguration(http -> {
            http.setIdleTimeout(limits.times().idle().toMillis());
            http.setSendServerVersion(false);
            // 90 KB of heap for each connection, to save the few bytes of headers that it repeats.
            http.setHeaderCacheSize(0);
        });
        javalin.jetty.modifyServer(server -> prepare(server, limits, problems, metrics));
        javalin.jetty.modifyServletContextHandler(context -> context.setErrorHandler(problems));
        problems.register(javalin.routes);
        door.register(javalin.routes, routes);
    }

    private static void prepare(Server server, Limits limits, ProblemHandler problems, Metrics metrics) {
        server.insertHandler(new GracefulHandler());
        NetworkConnectionLimit connections =
                new NetworkConnectionLimit(limits.memory().connections(), server);
        connections.setEndPointIdleTimeout(CROWDED_IDLE.toMillis());
        server.addBean(connections);
        server.setStopTimeout(limits.times().stop().toMillis());
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarting(LifeCycle starting) {
                for (Connector connector : server.getConnectors()) limit((AbstractConnector) connector, limits);
            }
        });
        server.setErrorHandler(problems);
        server.setRequestLog(new RequestJournal(metrics));
    }

    /** The idle time of the HTTP configuration is that of a request, and counts from its head on. */
    private static void limit(AbstractConnector connector, Limits limits) {
        connector.setIdleTimeout(limits.times().idle().toMillis());
        connector.addBean(
                new SlowSenders(connector.getScheduler(), limits.times().idle().dividedBy(2)));
    }

    private static Optional<Keys> keys(Optional<Path> file) throws IOException {
        if (file.isEmpty()) return Optional.empty();
        if (!Files.isRegularFile(file.get())) {
            throw new IllegalArgumentException(
                    "there is no key file " + file.get() + "; make one with: rung key NAME --file " + file.get());
        }
        Keys keys = Keys.read(file.get());
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(file.get() + " holds no key; make one with: rung key NAME --file FILE");
        }
        return Optional.of(keys);
    }

    private static void checkLoopback(String host) {
        boolean isLoopback;
        try {
            isLoopback = InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("the host " + host + " is not known here", e);
        }
        if (!isLoopback) {
            throw new IllegalArgumentException("without a key file Rung answers on the loopback address only, not on "
                    + host + "; make a key with: rung key NAME --file FILE");
        }
        LOG.warn("No key file: everything is allowed, to this machine only");
    }

    /**
     * Makes ready what the first questions and the first check would otherwise wait for: the names of all skills, which are near to which, and the JSON-LD
     * contexts. Takes seconds with all of ESCO, beside requests, to which it gives way; ends early when the server is closed.
     */
    public void warmUp() {
        warming.lock();
        try {
            if (closing) return;
            Verifier.warmUp();
            Yielding.Slices slices = catalogue.yielding().begin();
            try (CatalogueView view = catalogue.view()) {
                recommender.prepare(view, () -> {
                    slices.rest();
                    return !closing;
                });
            }
        } finally {
            warming.unlock();
        }
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        closing = true;
        rounds.ifPresent(Rounds::close);
        others.ifPresent(OtherCopies::close);
        javalin.stop();
        reindexing.close();
        door.close();
        metrics.close();
        // Until it has noticed: whoever closes the catalogue next must not take it away from under it.
        warming.lock();
        warming.unlock();
    }
}
