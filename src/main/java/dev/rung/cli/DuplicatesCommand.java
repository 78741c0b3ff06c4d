package dev.rung.cli;

import dev.rung.json.Json;
import dev.rung.match.Duplicates;
import dev.rung.match.Duplicates.Member;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rung duplicates}. */
@Command(
        name = "duplicates",
        description = "Credentials that teach the same at the same level in about the same time, in groups.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung duplicates --data mydata",
            "  rung duplicates --data mydata --json > duplicates.json",
            "",
            "Every credential is compared with every other one: seconds for a thousand, a minute or so for ten thousand."
        })
final class DuplicatesCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Duplicates duplicates;
        try (DataFolder.Opened opened = data.openToRead()) {
            duplicates = opened.recommender().duplicates();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(duplicates));
        } else {
            for (List<Member> group : duplicates.groups()) {
                for (Member member : group) {
                    out.println(String.format(
                            Locale.ROOT,
                            "%.2f  %s, %s  (%s)",
                            member.likeness(),
                            member.title(),
                            member.issuer(),
                            member.id()));
                }
                out.println();
            }
            out.println(duplicates.groups().size() + " groups among " + duplicates.credentials() + " credentials");
        }
        out.flush();
        return 0;
    }
}
