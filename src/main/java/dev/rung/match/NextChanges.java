package dev.rung.match;

import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.credential.Credential;
import dev.rung.match.Change.Standing;
import dev.rung.person.Constraints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What would change which credential comes next: a skill that the direction asks for, which may let a credential open more jobs; more hours a week; a limit that
 * gives way.
 */
final class NextChanges {
    private static final int SKILLS_TRIED = 6;
    private static final int MORE_HOURS = 1;
    private static final double MOST_HOURS = 168;

    private final Session session;
    private final RecommendationRequest request;
    private final NextSteps steps;
    private final Edits edits;
    private final Trials trials;

    NextChanges(Session session, RecommendationRequest request, Understanding understood, NextSteps steps) {
        this.session = session;
        this.request = request;
        this.steps = steps;
        this.edits = new Edits(session, understood, request.profile());
        this.trials = new Trials(
                request.profile(),
                profile -> standings(new NextSteps(session, profile, session.read(profile)), profile.constraints()),
                request.changes());
    }

    Recommendations<CredentialAdvice> of(Recommendations<CredentialAdvice> answer) {
        Constraints limits = request.profile().constraints();
        List<Change> ofAnswer = new Loosenings(limits, session.view(), trials).ofCredentials();
        List<Need> wanted = steps.wanted(SKILLS_TRIED);
        Map<String, Credential> credentials =
                session
                        .view()
                        .find(
                                Kind.CREDENTIALS,
                                answer.results().stream()
                                        .map(CredentialAdvice::id)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Credential::id, Function.identity()));
        List<CredentialAdvice> changed = new ArrayList<>();
        for (CredentialAdvice each : answer.results()) {
            List<Edit> tried = new ArrayList<>();
            Optional.ofNullable(credentials.get(each.id()))
                    .flatMap(c -> sooner(c, limits))
                    .ifPresent(tried::add);
            wanted.forEach(need -> tried.add(edits.learning(need.skill(), need.level())));
            changed.add(each.with(trials.of(each.id(), tried)));
        }
        return answer.with(changed, ofAnswer);
    }

    /** The fewest whole hours a week more that save a week. */
    private static Optional<Edit> sooner(Credential credential, Constraints limits) {
        Optional<Integer> weeks = StepAdvice.weeks(credential, limits).filter(w -> w > 1);
        if (weeks.isEmpty()) return Optional.empty();
        double now = limits.hoursPerWeek().orElseThrow();
        for (double more = now + 1; more <= MOST_HOURS; more++) {
            Constraints then = limits.withHoursPerWeek(Optional.of(more));
            if (StepAdvice.weeks(credential, then).orElseThrow() < weeks.get()) {
                long hours = Math.round(more - now);
                String text = hours == 1 ? "learn an hour more a week" : "learn " + hours + " hours more a week";
                return Optional.of(Edit.limits("hoursPerWeek", MORE_HOURS, text, then));
            }
        }
        return Optional.empty();
    }

    private static Standings standings(NextSteps asked, Constraints limits) {
        List<NextSteps.Step> steps = asked.steps();
        List<Standings.Place> places = new ArrayList<>();
        for (NextSteps.Step step : asked.places(steps, RecommendationRequest.MAX_LIMIT)) {
            Credential credential = step.credential();
            places.add(new Standings.Place(
                    credential.id(),
                    credential.title(),
                    new Standing(
                            Optional.of(Points.toNumber(step.score().points())),
                            Optional.of(places.size() + 1),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(step.opens()),
                            StepAdvice.weeks(credential, limits),
                            Optional.empty())));
        }
        return Standings.of(steps.size(), places);
    }
}
