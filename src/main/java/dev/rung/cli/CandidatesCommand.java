package dev.rung.cli;

import dev.rung.credential.AssessmentKind;
import dev.rung.json.Json;
import dev.rung.match.CandidateAdvice;
import dev.rung.match.CandidateRequest;
import dev.rung.match.CandidateRequest.Wanted;
import dev.rung.match.RecommendationRequest;
import dev.rung.match.Recommendations;
import dev.rung.match.Understanding;
import dev.rung.match.Weights;
import dev.rung.person.EvidenceKind;
import dev.rung.privacy.PersonalData;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
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
import picocli.CommandLine.Spec;

/** {@code rung candidates}. */
@Command(
        name = "candidates",
        description = "Who has these skills, and by what evidence.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  rung candidates --role data-analyst --verified",
            "  rung candidates --skill SQL --skill \"data visualisation\" --json"
        })
final class CandidatesCommand implements Callable<Integer> {
    @Option(names = "--role", paramLabel = "ID", description = "For the requirements of this role, by id or title.")
    private @Nullable String role;

    @Option(names = "--job", paramLabel = "ID", description = "For the requirements of this job.")
    private @Nullable String job;

    @Option(
            names = "--skill",
            paramLabel = "ID",
            arity = "1..*",
            description = "For this skill, by id or name; repeatable.")
    private List<String> skills = new ArrayList<>();

    @Option(names = "--verified", description = "Only evidence that was checked and holds counts.")
    private boolean verified;

    @Option(
            names = "--evidence",
            paramLabel = "KIND",
            description = "The weakest evidence that counts: ${COMPLETION-CANDIDATES}.")
    private @Nullable EvidenceKind evidence;

    @Option(
            names = "--assessment",
            paramLabel = "KIND",
            description = "Only credentials tested so, such as exam or proctored-exam; repeatable.")
    private List<AssessmentKind> assessment = new ArrayList<>();

    @Option(
            names = "--registry",
            paramLabel = "NAME",
            description = "Only credentials whose issuer this registry knows, as their check found; repeatable.")
    private List<String> registries = new ArrayList<>();

    @Option(names = "--max-age", paramLabel = "MONTHS", description = "Only evidence at most so many months old.")
    private @Nullable Integer maxAge;

    @Option(names = "--since", paramLabel = "DATE", description = "Only evidence of that day or later.")
    private @Nullable LocalDate since;

    @Option(names = "--region", paramLabel = "CODE", description = "Only people there, such as DE-BY or DE.")
    private @Nullable String region;

    @Option(
            names = "--record",
            description = "Keep a record of who was shown, for what; see rung audit decisions --help.")
    private boolean record;

    @Option(names = "--limit", paramLabel = "N", description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit = RecommendationRequest.DEFAULT_LIMIT;

    @Mixin
    private AnswerOptions answering = new AnswerOptions();

    @Mixin
    private DataFolder data = new DataFolder();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (role == null && job == null && skills.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say whom to look for: --role, --job or --skill.");
        }
        CandidateRequest request = new CandidateRequest(
                skills.stream().map(Wanted::skill).toList(),
                Optional.ofNullable(role),
                Optional.ofNullable(job),
                verified,
                Optional.ofNullable(evidence),
                assessment,
                registries,
                Optional.ofNullable(maxAge),
                Optional.ofNullable(since),
                Optional.ofNullable(region),
                limit,
                Weights.DEFAULT,
                answering.asOf(),
                record);
        try (DataFolder.Opened opened = record ? data.openOrStart() : data.openToRead()) {
            if (!record) {
                print(opened.recommender().candidates(request));
                return 0;
            }
            PersonalData people = opened.people();
            PersonalData.Recorded kept =
                    people.record(request, () -> opened.recommender().candidates(request), Optional.empty());
            print(kept.answer());
            spec.commandLine()
                    .getErr()
                    .println("rung: recorded as " + kept.decision().id());
        }
        return 0;
    }

    private void print(Recommendations<CandidateAdvice> answer) {
        PrintWriter out = spec.commandLine().getOut();
        List<Understanding.Note> others = UnknownNames.tell(answer.understood().notes(), spec);
        if (answering.isJson()) {
            out.println(Json.pretty(answer));
            out.flush();
            return;
        }
        others.forEach(n -> out.println("note: " + n.at() + ": " + n.message()));
        if (answer.results().isEmpty()) out.println("Nobody matches" + (verified ? " with verified evidence." : "."));
        int place = 1;
        for (CandidateAdvice each : answer.results()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%2d  %.3f  %s  (%s)%s",
                    place++,
                    each.score(),
                    each.title(),
                    each.id(),
                    each.fictitious() ? "  fictitious" : ""));
            out.println("           " + each.sentence());
            for (int i = 0; i < Math.min(4, each.reasons().size()); i++) {
                out.println(String.format(
                        Locale.ROOT,
                        "           +%.3f  %s%s",
                        each.reasons().get(i).contribution(),
                        each.reasons().get(i).text(),
                        each.reasons().get(i).verified() ? "  [verified]" : ""));
            }
        }
        out.flush();
    }
}
