package dev.rung.cli;

import dev.rung.badge.BadgeReport;
import dev.rung.json.Json;
import dev.rung.person.Finding;
import dev.rung.person.Verdict;
import dev.rung.trust.TrustFiles;
import dev.rung.trust.TrustSettings;
import dev.rung.trust.Unreadable;
import dev.rung.trust.UnusableFile;
import dev.rung.trust.Verification;
import dev.rung.trust.Verifier;
import dev.rung.trust.part.Moments;
import dev.rung.wallet.Copy;
import dev.rung.wallet.NoSuchCandidate;
import dev.rung.wallet.NotTheirs;
import dev.rung.wallet.Wallet;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
 * <p>With {@code --hold} it also keeps what it checked with a candidate, if it is not about somebody else.
 *
 * <p>Exit status: 0 if nothing was found invalid, 1 if something was or a document was not taken, 2 if the command itself was wrong (a file that is not there).
 */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Check badges and other credentials: signature, dates, status and issuer.",
        footer = {
            "",
            "What could not be checked is unknown, never valid or invalid. Without --fetch nothing is fetched from the network.",
            "",
            "Examples:",
            "  rung verify badge.json",
            "  rung verify --json --registry colleges.json --status-list 3 badge.png",
            "  rung verify --hold cand-042 badge.json   keeps it for this candidate",
            ""
        },
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
            description =
                    "A credential: JSON, a token, or a PNG or SVG image with either in it. - reads standard input.")
    private List<String> files = List.of();

    @Option(names = "--json", description = "One JSON object a line and file instead of text.")
    private boolean json;

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(names = "--at", paramLabel = "TIME", description = "As if it were then, such as 2026-01-31T12:00:00Z.")
    private @Nullable String at;

    @Option(names = "--hold", paramLabel = "PERSON", description = "Keep it as a credential of this candidate.")
    private @Nullable String person;

    @Mixin
    private DataFolder data = new DataFolder();

    @Override
    public Integer call() {
        TrustSettings settings = settings(spec, person == null ? trust.files() : trust.files(data.path()));
        Optional<Instant> moment = at(spec, at);
        Verifier verifier = Verifier.of(moment.map(settings::at).orElse(settings));
        if (person != null && moment.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--hold keeps what is so now; leave out --at");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Keeper keeper = new Keeper(settings)) {
            boolean fault = false;
            for (String file : files) {
                byte[] document = bytes(file);
                Verification verification = verifier.verify(document);
                fault |= verification.foundFault();
                out.println(
                        json
                                ? new String(Json.write(BadgeReport.of(file, verification)), StandardCharsets.UTF_8)
                                : text(file, verification));
                out.flush();
                fault |= !keeper.keep(file, document);
            }
            return fault ? 1 : 0;
        }
    }

    /** What the files say, read now. */
    static TrustSettings settings(CommandSpec spec, TrustFiles files) {
        try {
            return files.read(TrustSettings.OFFLINE.withTimeLimit(TIME_LIMIT));
        } catch (UnusableFile e) {
            throw new ParameterException(spec.commandLine(), e.sentence(), e);
        }
    }

    /** The moment that {@code --at} names. */
    static Optional<Instant> at(CommandSpec spec, @Nullable String at) {
        if (at == null) return Optional.empty();
        return Optional.of(Moments.readLoosely(at)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--at " + at + ": must be a time such as 2026-01-31T12:00:00Z")));
    }

    /** Keeps documents with the candidate, if one is named. */
    private final class Keeper implements AutoCloseable {
        private final Optional<DataFolder.Opened> opened;
        private final Optional<Wallet> wallet;

        private Keeper(TrustSettings settings) {
            opened = Optional.ofNullable(person).map(p -> data.openExisting());
            wallet = opened.map(o -> new Wallet(o.catalogue(), () -> settings));
        }

        /** Whether it is kept, or nobody asked for that. */
        private boolean keep(String file, byte[] document) {
            if (wallet.isEmpty() || person == null) return true;
            PrintWriter err = spec.commandLine().getErr();
            try {
                for (Copy copy : wallet.get().add(person, document)) {
                    err.println("rung: " + file + ": " + person + (copy.isNew() ? " holds " : " held already ")
                            + copy.held().digest().orElse("it")
                            + (copy.isVerified() ? ", verified" : ", not verified"));
                }
                return true;
            } catch (Unreadable e) {
                err.println("rung: " + file + ": not taken: " + e.sentence());
            } catch (NotTheirs e) {
                err.println("rung: " + file + ": not taken: " + e.sentence());
            } catch (NoSuchCandidate e) {
                err.println("rung: there is no candidate " + person + " in " + data.path());
            }
            return false;
        }

        @Override
        public void close() {
            opened.ifPresent(DataFolder.Opened::close);
        }
    }

    /** At most a byte more than would be looked at, so that a huge file is refused without being read. */
    private byte[] bytes(String file) {
        int most = TrustSettings.OFFLINE.maxBytes() + 1;
        try {
            if (file.equals("-")) return System.in.readNBytes(most);
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                return in.readNBytes(most);
            }
        } catch (NoSuchFileException e) {
            throw wrong(file, "there is no such file");
        } catch (InvalidPathException e) {
            throw wrong(file, "is no path of a file");
        } catch (IOException e) {
            throw wrong(file, "cannot be read" + (Files.isDirectory(Path.of(file)) ? ", it is a folder" : ""));
        }
    }

    private ParameterException wrong(String file, String problem) {
        return new ParameterException(spec.commandLine(), "FILE " + file + ": " + problem);
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

    private static String word(Finding finding) {
        return finding.name().toLowerCase(Locale.ROOT);
    }
}
