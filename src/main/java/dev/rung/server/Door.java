package dev.rung.server;

import dev.rung.server.Problem.Sort;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What every request passes on its way to a route, in this order: headers that keep browsers careful, the host's name, pages of other sites, the key, the
 * rate; then, for the route it found, the scope, the body, and a place among those that are worked on.
 *
 * <p>Bodies are read before a place is taken and answers are written after it is given back, so that slow callers keep nobody waiting. Bulk streams,
 * which are read as they arrive, have places of their own. Health and metrics need none: they answer when nothing else does.
 */
final class Door implements AutoCloseable {
    /** What a refusal asks for. */
    static final String CHALLENGE = "Bearer realm=\"Rung\"";

    private static final String CALLER = "caller";
    private static final String HEALTH = "/health/";
    private static final String BEARER = "Bearer ";
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    /** What a request of these methods asks for changes nothing. */
    private static final Set<HandlerType> HARMLESS = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.DELETE,
            HandlerType.PATCH,
            HandlerType.OPTIONS,
            HandlerType.TRACE);

    private final Optional<Keys> keys;
    private final Cors cors;
    private final Limits limits;
    private final Optional<RateLimiter> limiter;
    private final Places places;
    private final Places bulkPlaces;
    private final Room bodies;
    private final Metrics metrics;
    private final int processors = Runtime.getRuntime().availableProcessors();

    Door(Optional<Keys> keys, List<String> origins, Limits limits, Metrics metrics) {
        this.keys = keys;
        this.cors = new Cors(origins);
        this.limits = limits;
        this.limiter = limits.rate().map(rate -> new RateLimiter(rate, System::nanoTime));
        this.metrics = metrics;
        Limits.Turns turns = limits.turns();
        this.places = new Places(
                turns.running(), turns.waiting(), turns.patience(), why -> metrics.shed(Metrics.Shed.of(why)));
        this.bulkPlaces = new Places(turns.bulks(), 0, Duration.ZERO, why -> metrics.shed(Metrics.Shed.BULK));
        this.bodies = new Room(limits.memory().bodies(), () -> metrics.shed(Metrics.Shed.BODIES));
        metrics.watch("questions", places);
        metrics.watch("bulk", bulkPlaces);
    }

    /** Whether all processors have their hands full with questions. */
    boolean isCrowded() {
        return places.queued() > 0 || places.busy() >= processors;
    }

    /** Puts the door in front of the routes. Methods that a path does not have are answered with those it has. */
    void register(RoutesConfig config, List<Route> routes) {
        config.before(this::enter);
        Map<String, Set<String>> methods = new TreeMap<>();
        for (Route route : routes) {
            Set<String> here = methods.computeIfAbsent(route.path(), p -> new TreeSet<>(Set.of("OPTIONS")));
            here.add(route.method().name());
            config.addEndpoint(new Endpoint(route.method(), route.path(), guarded(route)));
            if (route.method().equals(HandlerType.GET)) {
                here.add("HEAD");
                config.addEndpoint(new Endpoint(HandlerType.HEAD, route.path(), guarded(route)));
            }
        }
        methods.forEach((path, here) -> METHODS.stream()
                .filter(m -> m.equals(HandlerType.OPTIONS) || !here.contains(m.name()))
                .forEach(m -> config.addEndpoint(new Endpoint(m, path, others(path, String.join(", ", here))))));
    }

    private void enter(Context ctx) {
        Reply.CAREFUL.forEach(ctx::header);
        checkHost(ctx);
        checkPage(ctx);
        if (cors.answered(ctx)) {
            ctx.skipRemainingHandlers();
            return;
        }
        Caller caller = caller(ctx);
        ctx.attribute(CALLER, caller);
        caller.name().ifPresent(name -> RequestJournal.key(ctx.req(), name));
        if (!ctx.path().startsWith(HEALTH)) limiter.ifPresent(l -> checkRate(l, ctx, caller));
    }

    /** Whether whoever asks may do this too. */
    static boolean may(Context ctx, Scope scope) {
        Caller caller = ctx.attribute(CALLER);
        return caller != null && caller.may(scope);
    }

    /** The name of the key that came with a request, if one did. */
    static Optional<String> key(Context ctx) {
        Caller caller = ctx.attribute(CALLER);
        return caller == null ? Optional.empty() : caller.name();
    }

    private Handler guarded(Route route) {
        return ctx -> {
            RequestJournal.route(ctx.req(), route.path());
            if (route.keyless().isPresent() && isKeylessBrowser(ctx)) {
                route.keyless().get().handle(ctx);
                return;
            }
            checkScope(ctx, route.scope());
            if (!route.needsPlace()) {
                route.body().receive(ctx, limits);
                route.handler().handle(ctx);
                return;
            }
            Places here = route.body() == Body.LINES ? bulkPlaces : places;
            here.checkRoom();
            try (Room.Share room = bodies.take(route.body().bytesAhead(ctx, limits))) {
                route.body().receive(ctx, limits);
                here.work(Preferences.patience(ctx, limits.turns().patience()), () -> route.handler()
                        .handle(ctx));
            }
        };
    }

    /** Whether somebody follows a link: a program that wants a page brings a key, or does not ask for HTML by name. */
    private static boolean isKeylessBrowser(Context ctx) {
        Caller caller = ctx.attribute(CALLER);
        String wanted = ctx.header("Accept");
        return caller == Caller.ANYONE && wanted != null && wanted.contains("text/html");
    }

    private static Handler others(String path, String allowed) {
        return ctx -> {
            RequestJournal.route(ctx.req(), path);
            if (ctx.method().equals(HandlerType.OPTIONS)) {
                ctx.header("Allow", allowed).status(204);
                return;
            }
            throw new Refusal(Sort.METHOD_NOT_ALLOWED, "This address has the methods " + allowed + ".")
                    .with("Allow", allowed);
        };
    }

    /**
     * Without keys everything is allowed to this machine, and so to whatever page its browser shows, if that page can get the browser to
     * take a foreign name for this machine's. Such a request has the foreign name in its Host.
     */
    private void checkHost(Context ctx) {
        if (keys.isPresent()) return;
        String host = Optional.ofNullable(ctx.req().getServerName()).orElse("");
        if (!LOOPBACK_NAMES.contains(host)) {
            throw new Refusal(Sort.WRONG_HOST, "Without keys this server answers to the name localhost only.");
        }
    }

    /**
     * Without keys a page of any other site may have its reader's browser send what needs no leave to be sent, such as a form without a body. It could not
     * read the answer, but it could change something. Browsers say whose page it is.
     */
    private void checkPage(Context ctx) {
        String origin = ctx.header("Origin");
        boolean changes = !HARMLESS.contains(ctx.method());
        if (keys.isPresent() || origin == null || !changes || cors.allows(origin)) return;
        String host = Optional.ofNullable(ctx.header("Host")).orElse("");
        if (!origin.equals("http://" + host) && !origin.equals("https://" + host)) {
            throw new Refusal(
                    Sort.NOT_ALLOWED,
                    "Pages of other sites may change nothing here, unless serve --origin names them.");
        }
    }

    private Caller caller(Context ctx) {
        if (keys.isEmpty()) return Caller.LOCAL;
        String header = ctx.header("Authorization");
        if (header == null) return Caller.ANYONE;
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) return Caller.STRANGER;
        return keys.get().caller(header.substring(BEARER.length()).strip()).orElse(Caller.STRANGER);
    }

    private void checkRate(RateLimiter limiter, Context ctx, Caller caller) {
        String who = caller.name().map(n -> "key " + n).orElseGet(() -> "address " + ctx.ip());
        Duration wait = limiter.take(who);
        if (wait.isPositive()) {
            metrics.shed(Metrics.Shed.RATE);
            throw Refusal.later(Sort.TOO_MANY_REQUESTS, "Too many requests; slow down and try again.", wait);
        }
    }

    private static void checkScope(Context ctx, Scope scope) {
        if (may(ctx, scope)) return;
        Caller caller = ctx.attribute(CALLER);
        if (caller != null && caller.name().isPresent()) {
            throw new Refusal(Sort.NOT_ALLOWED, "This needs a key with the scope " + scope.word() + ".");
        }
        String detail = caller != null && caller.keyPresented()
                ? "The key is not known here."
                : "This needs a key with the scope " + scope.word()
                        + "; send it as Authorization: Bearer, and the key.";
        throw new Refusal(Sort.KEY_REQUIRED, detail).with("WWW-Authenticate", CHALLENGE);
    }

    @Override
    public void close() {
        places.close();
        bulkPlaces.close();
    }
}
