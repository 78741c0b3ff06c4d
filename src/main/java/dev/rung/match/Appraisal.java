package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.catalogue.Search;
import dev.rung.credential.AssessmentKind;
import dev.rung.credential.Credential;
import dev.rung.credential.Outcome;
import dev.rung.credential.OutcomeStatistics;
import dev.rung.credential.StackRule;
import dev.rung.match.CredentialCard.Added;
import dev.rung.match.CredentialCard.ForYou;
import dev.rung.match.CredentialCard.Meaning;
import dev.rung.match.CredentialCard.Near;
import dev.rung.match.CredentialCard.Opens;
import dev.rung.match.CredentialCard.Outcomes;
import dev.rung.match.CredentialCard.Place;
import dev.rung.match.CredentialCard.Share;
import dev.rung.match.CredentialCard.Stack;
import dev.rung.match.CredentialCard.StrengthOfEvidence;
import dev.rung.match.CredentialCard.Topic;
import dev.rung.person.Constraints;
import dev.rung.person.EvidenceKind;
import dev.rung.person.Profile;
import dev.rung.skill.Alignment;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Works out what a credential is worth, for its {@link CredentialCard}. One appraisal serves one request. */
final class Appraisal {
    private static final int NEAREST_ROLES = 5;
    private static final int MOST_SIMILAR = 5;
    private static final int MOST_TAKEN_IN = 50;
    /** Of so many outcomes the demand is counted one by one; nobody reads more. */
    private static final int MOST_COUNTED = 60;

    private static final int FEW_PEOPLE = 30;

    private final Session session;
    private final Credential credential;
    private final Filter openJobs;

    Appraisal(Session session, Credential credential) {
        this.session = session;
        this.credential = credential;
        this.openJobs = Admission.jobs(Constraints.NONE, session.asOf());
    }

    /** The card, for somebody if there is somebody. */
    CredentialCard card(Optional<Profile> person) {
        Opens opens = opens();
        StrengthOfEvidence strength = strength();
        Optional<Outcomes> outcomes = credential.outcomeStatistics().map(this::outcomes);
        List<Place> frameworks = frameworks();
        List<Stack> stacksInto = stacksInto();
        List<Stack> takesIn = takesIn();
        CardFacts facts = new CardFacts(session.view().taxonomy(), credential, this::title);
        return new CredentialCard(
                session.view().generation().token(),
                session.view().generation().model(),
                session.asOf(),
                credential,
                facts.sentence(opens),
                facts.lines(frameworks, stacksInto, opens, outcomes, strength),
                credential.assessment().stream()
                        .map(kind -> new Meaning(
                                kind,
                                AssessmentMeaning.of(kind),
                                session.weights().worth(kind)))
                        .toList(),
                teaches(),
                frameworks,
                stacksInto,
                takesIn,
                opens,
                strength,
                outcomes,
                new Lookalikes(session).of(credential, MOST_SIMILAR).results(),
                person.map(this::forYou));
    }

    private List<String> taughtSkills() {
        return credential.outcomes().stream()
                .flatMap(o -> o.skill().stream())
                .map(SkillId::value)
                .distinct()
                .toList();
    }

    private List<Topic> teaches() {
        List<Topic> topics = new ArrayList<>();
        for (Outcome outcome : credential.outcomes()) {
            Optional<Filter> asking =
                    outcome.skill().filter(s -> topics.size() < MOST_COUNTED).map(s -> Filter.in("skill", s.value()));
            topics.add(new Topic(
                    outcome.skill().map(SkillId::value),
                    outcome.skill().map(session.view().taxonomy()::label),
                    Taught.level(outcome, credential),
                    outcome.text(),
                    outcome.confidence(),
                    asking.map(f -> session.view().count(Kind.ROLES, f)),
                    asking.map(f -> session.view().count(Kind.JOBS, openJobs.and(f)))));
        }
        return topics;
    }

    private List<Place> frameworks() {
        List<Place> places = new ArrayList<>();
        credential.eqf().ifPresent(level -> places.add(new Place("EQF", level.toString(), Optional.empty())));
        credential.nqf().ifPresent(level -> places.add(new Place("national", level, Optional.empty())));
        credential
                .workload()
                .ects()
                .map(Words::plain)
                .ifPresent(e -> places.add(new Place("ECTS", e, Optional.empty())));
        credential.alignments().forEach(a -> places.add(place(a, Optional.empty())));
        for (String id : taughtSkills()) {
            // An ESCO skill's id is its place in ESCO; one with another id may be aligned.
            Stream.concat(
                            Stream.of(new Alignment(id)).filter(Alignment::isEsco),
                            session.view().taxonomy().skill(new SkillId(id)).map(Skill::alignments).stream()
                                    .flatMap(List::stream))
                    .map(a -> place(a, Optional.of(id)))
                    .forEach(places::add);
        }
        return places;
    }

    private static Place place(Alignment alignment, Optional<String> skill) {
        String value = alignment.value();
        if (alignment.isEsco()) return new Place("ESCO", value, skill);
        int colon = value.indexOf(':');
        boolean isAddress = value.startsWith("http:") || value.startsWith("https:");
        return colon > 0 && !isAddress
                ? new Place(value.substring(0, colon), value.substring(colon + 1), skill)
                : new Place("other", value, skill);
    }

    private List<Stack> stacksInto() {
        return credential.stacksInto().stream()
                .map(rule ->
                        new Stack(rule.award(), title(rule.award()), rule.agreement(), rule.ects(), rule.credits()))
                .toList();
    }

    private List<Stack> takesIn() {
        Search counting = Search.everything(MOST_TAKEN_IN).within(Filter.in("award", credential.id()));
        List<Stack> taken = new ArrayList<>();
        for (Credential each : session.view().search(Kind.CREDENTIALS, counting).items()) {
            for (StackRule rule : each.stacksInto()) {
                if (rule.award().equals(credential.id())) {
                    taken.add(new Stack(
                            each.id(), Optional.of(each.title()), rule.agreement(), rule.ects(), rule.credits()));
                }
            }
        }
        taken.sort(Comparator.comparing(Stack::credential));
        return taken;
    }

    private Optional<String> title(String id) {
        return session.view().find(Kind.CREDENTIALS, id).map(Credential::title);
    }

    private Opens opens() {
        Filter asking = Filter.in("skill", taughtSkills());
        Holdings alone = session.holdings(Taught.byEarning(credential));
        List<Near> nearest = new Fits(session, alone, Aspirations.none())
                .roles(NEAREST_ROLES).stream()
                        .map(fit -> new Near(fit.record().id(), fit.record().title(), fit.score()))
                        .toList();
        return new Opens(
                session.view().count(Kind.ROLES, asking),
                session.view().count(Kind.ROLES, Filter.NONE),
                session.view().count(Kind.JOBS, openJobs.and(asking)),
                session.view().count(Kind.JOBS, openJobs),
                session.view().reachable(alone.met(), session.weights().reach(), openJobs),
                nearest);
    }

    private StrengthOfEvidence strength() {
        Weights weights = session.weights();
        EvidenceKind kind = credential.isAssessed() ? EvidenceKind.ASSESSED : EvidenceKind.ATTENDED;
        double factor = credential.assessment().stream()
                .filter(a -> a != AssessmentKind.NONE)
                .mapToDouble(weights::worth)
                .max()
                .orElse(1);
        return new StrengthOfEvidence(
                Points.toNumber(Points.of(weights.worth(kind, true) * factor)),
                Points.toNumber(Points.of(weights.worth(kind, false) * factor)),
                weights.worth(EvidenceKind.SELF, false),
                ProvingPower.of(credential),
                ProvingPower.reasons(credential));
    }

    private Outcomes outcomes(OutcomeStatistics statistics) {
        long finished = statistics.completed().orElse(statistics.started());
        List<String> cautions = new ArrayList<>();
        if (credential.illustrative()) cautions.add("Invented figures, to show how they look.");
        if (statistics.started() < FEW_PEOPLE) {
            cautions.add("Only " + statistics.started() + " people: with others the share may be quite different.");
        }
        return new Outcomes(
                statistics.started(),
                statistics.completed().map(c -> Share.of(c, statistics.started())),
                statistics.employed().filter(e -> finished > 0).map(e -> Share.of(e, finished)),
                statistics.note(),
                cautions.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", cautions)));
    }

    private ForYou forYou(Profile person) {
        Understanding understood = session.read(person);
        Holdings now = session.holdings(understood.held());
        Filter jobs = Admission.jobs(person.constraints(), session.asOf());
        List<Answer> better =
                session.curricula(List.of(credential.id())).getFirst().improvements(now);
        Set<Need> gained = Curriculum.newlyMet(better, now, session.weights().met());
        boolean isHeld = understood.heldCredentials().contains(credential.id());
        double reach = session.weights().reach();
        return new ForYou(
                isHeld,
                session.view().reachable(now.met(), reach, jobs),
                session.view().newlyReachable(now.met(), reach, List.of(gained), jobs)[0],
                StepAdvice.weeks(credential, person.constraints()),
                added(better, now),
                StepAdvice.obstacles(credential, person.constraints(), now, session),
                understood);
    }

    private List<Added> added(List<Answer> better, Holdings now) {
        Set<Need> taught = new HashSet<>();
        for (Held held : Taught.byEarning(credential)) taught.add(new Need(held.skill(), held.level()));
        return better.stream()
                .filter(answer -> taught.contains(answer.need()))
                .sorted(Comparator.comparingDouble((Answer a) -> now.strength(a.need()) - a.strength())
                        .thenComparing(Answer::need))
                .map(answer -> new Added(
                        answer.need().skill().value(),
                        session.view().taxonomy().label(answer.need().skill()),
                        answer.need().level(),
                        Points.toNumber(Points.of(now.strength(answer.need()))),
                        Points.toNumber(Points.of(answer.strength()))))
                .toList();
    }
}
