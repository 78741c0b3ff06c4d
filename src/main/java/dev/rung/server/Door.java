package dev.rung.server;

import dev.rung.server.Places.Place;
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
 * What every request passes on its way to a route, in this order: headers that keep browsers careful, the host's name, other sites, the key, the
 * rate; then, for the route it found, the scope, the body, and a place among those that are worked on.
 *
 * <p>Bodies are read before a place is taken and answers are written after it is given back, so that slow callers keep nobody waiting. Bulk streams,
 * which are read as they arrive, have places of their own.
 */
final class Door {
    /** What a refusal asks for. */
    static final String CHALLENGE = "Bearer realm=\"Rung\"";

    private static final String CALLER = "caller";
    private static final String HEALTH = "/health/";
    private static final String BEARER = "Bearer ";
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
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

    Door(Optional<Keys> keys, List<String> origins, Limits limits) {
        this.keys = keys;
        this.cors = new Cors(origins);
        this.limits = limits;
        this.limiter = limits.rate().map(rate -> new RateLimiter(rate, System::nanoTime));
        this.places = new Places(limits.running(), limits.waiting(), limits.patience());
        this.bulkPlaces = new Places(limits.bulks(), 0, Duration.ZERO);
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
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        ctx.header("Cache-Control", Reply.FORGET);
        checkHost(ctx);
        if (cors.answered(ctx)) {
            ctx.skipRemainingHandlers();
            return;
        }
        Caller caller = caller(ctx);
        ctx.attribute(CALLER, caller);
        caller.name().ifPresent(name -> RequestJournal.key(ctx.req(), name));
        if (!ctx.path().startsWith(HEALTH)) limiter.ifPresent(l -> checkRate(l, ctx, caller));
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
            route.body().receive(ctx, limits);
            if (route.scope() == Scope.PUBLIC) {
                route.handler().handle(ctx);
                return;
            }
            try (Place place = (route.body() == Body.LINES ? bulkPlaces : places).take()) {
                route.handler().handle(ctx);
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

    private Caller caller(Context ctx) {
        if (keys.isEmpty()) return Caller.LOCAL;
        String header = ctx.header("Authorization");
        if (header == null) return Caller.ANYONE;
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) return Caller.STRANGER;
        return keys.get().caller(header.substring(BEARER.length()).strip()).orElse(Caller.STRANGER);
    }

    private static void checkRate(RateLimiter limiter, Context ctx, Caller caller) {
        String who = caller.name().map(n -> "key " + n).orElseGet(() -> "address " + ctx.ip());
        Duration wait = limiter.take(who);
        if (wait.isPositive()) {
            throw Refusal.later(Sort.TOO_MANY_REQUESTS, "Too many requests; slow down and try again.", wait);
        }
    }

    private static void checkScope(Context ctx, Scope scope) {
        Caller caller = ctx.attribute(CALLER);
        if (caller != null && caller.may(scope)) return;
        if (caller != null && caller.name().isPresent()) {
            throw new Refusal(Sort.NOT_ALLOWED, "This needs a key with the scope " + scope.word() + ".");
        }
        String detail = caller != null && caller.keyPresented()
                ? "The key is not known here."
                : "This needs a key with the scope " + scope.word()
                        + "; send it as Authorization: Bearer, and the key.";
        throw new Refusal(Sort.KEY_REQUIRED, detail).with("WWW-Authenticate", CHALLENGE);
    }
}
