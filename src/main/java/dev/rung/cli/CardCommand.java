package dev.rung.cli;

import dev.rung.json.Json;
import dev.rung.match.CredentialCard;
import dev.rung.match.CredentialCard.Fact;
import dev.rung.match.SimilarCredentials.Similar;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rung card ID}. */
@Command(
        name = "card",
        description = "What a credential is worth, on one card.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung card pastry-arts-certificate",
            "  rung card pastry-arts-certificate --json",
            "",
            "Exit status 1 if there is no credential of that id."
        })
final class CardCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "Id of the credential.")
    private String id = "";

    @Mixin
    private AnswerOptions answering = new AnswerOptions();

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<CredentialCard> card;
        try (DataFolder.Opened opened = data.openToRead()) {
            card = opened.recommender().card(id, Optional.empty(), answering.asOf());
        }
        if (card.isEmpty()) {
            spec.commandLine().getErr().println("rung: there is no credential " + id + " in " + data.path());
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        if (answering.isJson()) out.println(Json.pretty(card.get()));
        else print(card.get(), out);
        out.flush();
        return 0;
    }

    private static void print(CredentialCard card, PrintWriter out) {
        out.println(card.credential().title()
                + (card.credential().illustrative() ? "  [invented example, not on offer]" : ""));
        out.println(card.sentence());
        out.println();
        for (Fact fact : card.facts()) out.println(String.format(Locale.ROOT, "%-14s %s", fact.label(), fact.text()));
        if (card.similar().isEmpty()) return;
        out.println();
        out.println("What teaches the same:");
        for (Similar other : card.similar()) {
            out.println(String.format(
                    Locale.ROOT,
                    "  %.2f  %s, %s  (%s)%s",
                    other.likeness(),
                    other.title(),
                    other.issuer(),
                    other.id(),
                    other.illustrative() ? "  [invented]" : ""));
            out.println("        " + other.sentence());
        }
    }
}
