package dev.rung.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.InvalidJson;
import dev.rung.person.Finding;
import dev.rung.person.Verdict;
import dev.rung.trust.TrustSettings;
import dev.rung.trust.Verification;
import dev.rung.trust.Verifier;
import dev.rung.trust.part.Moments;
import dev.rung.trust.registry.IssuerRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code rung verify}: checks badges and other credentials and says what it found, a line or a JSON object for each file.
 *
 * <pre>
 * $ rung verify badge.json
 * badge.json: open-badge-3, signature valid, dates valid, status unknown, issuer unknown
 *   status: Its issuer publishes no status for it, so nobody can tell whether it was taken back.
 * </pre>
 *
 * <p>Exit status: 0 if nothing was found invalid, 1 if something was, 2 if the command itself was wrong (a file that is not there).
 */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Check badges and other credentials: signature, dates, status and issuer.",
        footer = "What could not be checked is unknown, never valid or invalid. Nothing is fetched from the network.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:nothing was found invalid", "1:something was found invalid", "2:the command itself was wrong"
        })
public final class VerifyCommand implements Callable<Integer> {
    /** Longer than a service gives a document: here the program itself is still warming up, and somebody waits for this one answer. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets the field before it calls call
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "A credential: JSON or a token. - reads standard input.")
    private List<String> files = List.of();

    @Option(names = "--json", description = "One JSON object a line and file instead of text.")
    private boolean json;

    @Option(
            names = "--registry",
            paramLabel = "FILE",
            description = "Issuers that somebody vouches for; may be repeated. See docs/verify.md for the form.")
    private List<String> registries = List.of();

    @Option(
            names = "--did-document",
            paramLabel = "FILE",
            description = "A DID document or issuer profile with keys; may be repeated.")
    private List<String> documents = List.of();

    @Option(names = "--status-list", paramLabel = "FILE", description = "A status list; may be repeated.")
    private List<String> statusLists = List.of();

    @Option(names = "--at", paramLabel = "TIME", description = "As if it were then, such as 2026-01-31T12:00:00Z.")
    private String at = "";

    @Override
    public Integer call() {
        Verifier verifier = Verifier.of(settings());
        PrintWriter out = spec.commandLine().getOut();
        boolean fault = false;
        for (String file : files) {
            Verification verification = verifier.verify(bytes("FILE", file));
            fault |= verification.foundFault();
            out.println(json ? object(file, verification).toString() : text(file, verification));
            out.flush();
        }
        return fault ? 1 : 0;
    }

    private TrustSettings settings() {
        TrustSettings settings = TrustSettings.OFFLINE.withTimeLimit(TIME_LIMIT);
        for (String file : documents) {
            byte[] document = bytes("--did-document", file);
            try {
                settings = settings.withDocument(document);
            } catch (InvalidJson e) {
                throw wrong("--did-document", file, e.getMessage());
            }
        }
        for (String file : statusLists) {
            settings = settings.withStatusList(name(file), bytes("--status-list", file));
        }
        for (String file : registries) {
            byte[] registry = bytes("--registry", file);
            try {
                settings = settings.withRegistry(IssuerRegistry.read(registry, name(file)));
            } catch (InvalidJson e) {
                throw wrong("--registry", file, e.getMessage());
            }
        }
        if (at.isEmpty()) return settings;
        return settings.at(Moments.readLoosely(at)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--at " + at + ": must be a time such as 2026-01-31T12:00:00Z")));
    }

    /** At most a byte more than would be looked at, so that a huge file is refused without being read. */
    private byte[] bytes(String where, String file) {
        int most = TrustSettings.OFFLINE.maxBytes() + 1;
        try {
            if (file.equals("-")) return System.in.readNBytes(most);
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                return in.readNBytes(most);
            }
        } catch (NoSuchFileException e) {
            throw wrong(where, file, "there is no such file");
        } catch (InvalidPathException e) {
            throw wrong(where, file, "is no path of a file");
        } catch (IOException e) {
            throw wrong(where, file, "cannot be read" + (Files.isDirectory(Path.of(file)) ? ", it is a folder" : ""));
        }
    }

    private ParameterException wrong(String where, String file, @Nullable String problem) {
        return new ParameterException(spec.commandLine(), where + " " + file + ": " + problem);
    }

    private static String name(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    private static String text(String file, Verification verification) {
        return text(file, verification, System.lineSeparator() + "  ");
    }

    /** What was looked at and found; below it, indented, why anything is not fine, and what it holds. */
    private static String text(String name, Verification verification, String newLine) {
        Verdict verdict = verification.verdict();
        StringBuilder text = new StringBuilder(name)
                .append(": ")
                .append(verification.kind().word())
                .append(", signature ")
                .append(word(verdict.signature()))
                .append(", dates ")
                .append(word(verdict.dates()))
                .append(", status ")
                .append(word(verdict.status()))
                .append(", issuer ")
                .append(word(verdict.issuer()));
        for (Verdict.Because reason : verdict.reasons()) {
            if (isFine(verdict, reason.part()) && !reason.code().equals(Verdict.SIGNER_NOT_TIED)) continue;
            text.append(newLine).append(reason.part()).append(": ").append(reason.message());
        }
        for (Verification.Within within : verification.within()) {
            text.append(newLine).append("holds ").append(text(within.pointer(), within.verification(), newLine + "  "));
        }
        return text.toString();
    }

    private static boolean isFine(Verdict verdict, String part) {
        Finding finding =
                switch (part) {
                    case "signature" -> verdict.signature();
                    case "dates" -> verdict.dates();
                    case "status" -> verdict.status();
                    default -> verdict.issuer();
                };
        return finding == Finding.VALID;
    }

    private static ObjectNode object(String file, Verification verification) {
        Verdict verdict = verification.verdict();
        ObjectNode object = JsonNodeFactory.instance
                .objectNode()
                .put("file", file)
                .put("kind", verification.kind().word())
                .put("signature", word(verdict.signature()))
                .put("dates", word(verdict.dates()))
                .put("status", word(verdict.status()))
                .put("issuer", word(verdict.issuer()));
        ArrayNode reasons = object.putArray("reasons");
        verdict.reasons().forEach(reason -> reasons.addObject()
                .put("part", reason.part())
                .put("code", reason.code())
                .put("message", reason.message()));
        if (!verification.within().isEmpty()) {
            ArrayNode within = object.putArray("within");
            verification.within().forEach(inner -> within.add(object(inner.pointer(), inner.verification())));
        }
        return object;
    }

    private static String word(Finding finding) {
        return finding.name().toLowerCase(Locale.ROOT);
    }
}
