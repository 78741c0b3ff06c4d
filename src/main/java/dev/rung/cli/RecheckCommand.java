package dev.rung.cli;

import dev.rung.json.Json;
import dev.rung.person.Verdict;
import dev.rung.trust.TrustSettings;
import dev.rung.wallet.Copy;
import dev.rung.wallet.NoSuchCandidate;
import dev.rung.wallet.Round;
import dev.rung.wallet.Wallet;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rung recheck [PERSON]}. */
@Command(
        name = "recheck",
        description = "Check again what one candidate holds, or all of them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung recheck --status-list lists/3 --registry colleges.json",
            "  rung recheck cand-042 --json",
            "",
            "What cannot be checked any more is unknown from then on, with the day of the last good check.",
            "Exit status 1 if there is nobody of that id, or if something that was verified is not any more."
        })
final class RecheckCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "PERSON", description = "Id of the candidate; all if left out.")
    private @Nullable String person;

    @Mixin
    private TrustOptions trust = new TrustOptions();

    @Option(names = "--at", paramLabel = "TIME", description = "As if it were then, such as 2026-01-31T12:00:00Z.")
    private @Nullable String at;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /**
     * What was found of one credential.
     *
     * @param was whether it counted as verified before
     * @param verified whether it does now
     */
    record Found(
            Optional<String> digest, Optional<String> title, boolean was, boolean verified, Optional<Verdict> verdict) {
        private static Found of(Copy copy) {
            return new Found(
                    copy.held().digest(),
                    copy.held().title().or(copy.held()::id),
                    copy.was(),
                    copy.isVerified(),
                    copy.held().verdict());
        }
    }

    /** What was found of one candidate. */
    record Person(String candidate, List<Found> held) {}

    @Override
    public Integer call() {
        TrustSettings settings = VerifyCommand.settings(spec, trust.files(data.path()));
        Optional<Instant> moment = VerifyCommand.at(spec, at);
        PrintWriter out = spec.commandLine().getOut();
        try (DataFolder.Opened opened = data.openExisting()) {
            Wallet wallet = new Wallet(opened.catalogue(), () -> settings);
            boolean lost = person == null ? all(wallet, moment, out) : one(person, wallet, moment, out);
            out.flush();
            return lost ? 1 : 0;
        } catch (NoSuchCandidate e) {
            spec.commandLine().getErr().println("rung: there is no candidate " + person + " in " + data.path());
            return 1;
        }
    }

    private boolean all(Wallet wallet, Optional<Instant> moment, PrintWriter out) {
        Wallet.Tally tally = wallet.recheckAll(moment);
        if (moment.isEmpty()) {
            Round.in(data.path()).add(new Round(Instant.now().truncatedTo(ChronoUnit.SECONDS), tally));
        }
        out.println(
                json
                        ? Json.pretty(tally)
                        : tally.checked() + " credentials of " + tally.people() + " people: " + tally.lost()
                                + " are no longer verified, " + tally.won() + " are now");
        return tally.lost() > 0;
    }

    private boolean one(String id, Wallet wallet, Optional<Instant> moment, PrintWriter out) throws NoSuchCandidate {
        List<Copy> copies = wallet.recheck(id, moment);
        if (json)
            out.println(
                    Json.pretty(new Person(id, copies.stream().map(Found::of).toList())));
        else copies.forEach(copy -> out.println(line(Found.of(copy))));
        return copies.stream().anyMatch(copy -> copy.was() && !copy.isVerified());
    }

    private static String line(Found found) {
        String now = found.verified() ? "verified" : "not verified";
        String change = found.was() == found.verified() ? "" : found.was() ? ", was verified" : ", was not";
        StringBuilder line = new StringBuilder(found.title().orElse("a credential") + ": " + now + change);
        if (!found.verified()) {
            found.verdict().ifPresent(verdict -> verdict.reasons().forEach(reason -> line.append(System.lineSeparator())
                    .append("  ")
                    .append(reason.part())
                    .append(": ")
                    .append(reason.message())));
        }
        return line.toString();
    }
}
