package dev.rung.cli;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.server.Limits;
import dev.rung.server.RungServer;
import dev.rung.server.ServerConfig;
import dev.rung.skill.InvalidField;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rung serve}. */
@Command(
        name = "serve",
        description = "Answer over HTTP. An empty data folder gets the starter catalogue.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung serve",
            "  rung serve --data /var/lib/rung --host 0.0.0.0 --port 8080 \\",
            "      --keys keys.txt --origin https://portal.example",
            "  rung serve --registry colleges.json --status-list lists/3 --recheck 6",
            "  rung serve --engine opensearch --opensearch https://a:9200,https://b:9200 \\",
            "      --opensearch-user rung --opensearch-ca ca.pem",
            "",
            "On a cluster, any number of copies share the catalogue. Each needs a data folder of its own, and shares nothing of what is in there:",
            "events, decision records, and notes of imports and evaluations. See docs/opensearch.md.",
            "Registries, DID documents and status lists are read anew whenever credentials are checked again.",
            "Without --keys it answers on this machine only. Keys are made with rung key."
        })
final class ServeCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on (default: ${DEFAULT-VALUE}); 0 for any free one.")
    private int port = 8080;

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "File of hashed keys; needed for any host but this machine.")
    private @Nullable Path keys;

    @Option(names = "--origin", paramLabel = "URL", description = "A site whose pages may ask; repeatable.")
    private List<String> origins = new ArrayList<>();

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "Requests a second that each key, or each address without one, may make on average, and twice as many at once; past that it is told when to come back. Default: as many as it likes.")
    private @Nullable Double rate;

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(
            names = "--recheck",
            paramLabel = "HOURS",
            description =
                    "How often to check again what candidates hold (default: ${DEFAULT-VALUE}); 0: only when asked.")
    private int recheck = 24;

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerConfig config = ServerConfig.local(port)
                .withHost(host)
                .withOrigins(origins)
                .withFolder(data.path())
                .withRecheck(Duration.ofHours(recheck));
        if (keys != null) config = config.withKeys(keys);
        if (rate != null) config = config.withLimits(Limits.DEFAULT.with(rate(rate)));
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, stopped)));
        try (DataFolder.Opened opened = data.openOrStart();
                RungServer server = start(config, opened)) {
            // While the first callers are still on their way; computing, so on a thread that the system takes the
            // processor from.
            Thread.ofPlatform().daemon().name("warm-up").start(server::warmUp);
            greet(server.port(), opened);
            stop.await();
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    private Limits.Rate rate(double perSecond) {
        try {
            return new Limits.Rate(perSecond, (int) Math.ceil(2 * perSecond));
        } catch (InvalidField e) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--rate': " + perSecond + " " + e.problem(), e);
        }
    }

    /** The virtual machine ends when its hooks do, so this one waits until running requests are answered and all is closed. */
    private static void stopAndWait(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RungServer start(ServerConfig config, DataFolder.Opened opened) throws IOException {
        RungServer.rehearse(opened.catalogue(), opened.encoder());
        try {
            // What lies in the folder is there by now, also at the very first start.
            ServerConfig trusting = config.withTrust(trust.files(data.path()));
            return RungServer.start(trusting, opened.catalogue(), opened.encoder(), data.decisions(), opened.events());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void greet(int actualPort, DataFolder.Opened opened) {
        String address = "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + actualPort;
        PrintWriter out = spec.commandLine().getOut();
        out.println("Rung is ready at " + address + " with " + holdings(opened) + " (" + data.place() + ").");
        if (keys == null) out.println("There are no keys, so it answers on this machine only; rung key makes one.");
        out.println();
        String key = keys == null ? "" : "-H \"Authorization: Bearer $KEY\" ";
        out.println(keys == null ? "Try:" : "Try, with a key in KEY:");
        out.println("  curl -s " + address + "/v1/recommendations/credentials " + key
                + "-H 'Content-Type: application/json' \\");
        out.println(
                "    -d '{\"text\":\"Four years in a hotel kitchen, I bake at home and want to do pastry\",\"limit\":3}'");
        out.println(
                "  curl -s " + address + "/v1/recommendations/roles " + key + "-H 'Content-Type: application/json' \\");
        out.println(
                "    -d '{\"experience\":[{\"role\":\"nurse\",\"months\":72}],\"skills\":[{\"skill\":\"telehealth\"}],\"limit\":3}'");
        out.println("  curl -s " + address + "/v1/candidates/search " + key + "-H 'Content-Type: application/json' \\");
        out.println("    -d '{\"role\":\"data-analyst\",\"verifiedOnly\":true,\"limit\":3}'");
        out.println();
        out.println("Pages:");
        out.println("  " + address + "/           for learners: which step next");
        out.println("  " + address + "/recruiter  for recruiters: who can do this, and by which proof");
        out.println("  " + address + "/operator   for operators: how this Rung is doing");
        out.println("  " + address + "/docs       every request, with examples");
        out.println("Stop with Ctrl-C.");
        out.flush();
    }

    private static String holdings(DataFolder.Opened opened) {
        try (CatalogueView view = opened.catalogue().view()) {
            return Kind.ALL.stream()
                    .map(kind -> String.format(
                            java.util.Locale.ROOT, "%,d %s", view.count(kind, Filter.NONE), kind.plural()))
                    .collect(Collectors.joining(", "));
        }
    }
}
