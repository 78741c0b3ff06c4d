package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Ranked;
import dev.rung.credential.AssessmentKind;
import dev.rung.extract.Mention;
import dev.rung.match.Understanding.Goal;
import dev.rung.match.Understanding.Note;
import dev.rung.match.Understanding.Said;
import dev.rung.person.Candidate;
import dev.rung.person.EvidenceKind;
import dev.rung.person.Verdict;
import dev.rung.role.Importance;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who has these skills, and by what evidence? The engine proposes people by the strength of what they hold; each is then read and matched
 * exactly, with only the evidence that the recruiter lets count.
 */
final class CandidateSearch {
    private static final int EXTRA = 60;
    private static final int TIMES = 3;

    private final Session session;
    private final CandidateRequest request;
    private final List<Said> said = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    CandidateSearch(Session session, CandidateRequest request) {
        this.session = session;
        this.request = request;
    }

    Recommendations<CandidateAdvice> search() {
        Map<SkillId, Requirement> wanted = new LinkedHashMap<>();
        for (int i = 0; i < request.requirements().size(); i++) {
            want(request.requirements().get(i), "/requirements/" + i).ifPresent(r -> wanted.putIfAbsent(r.skill(), r));
        }
        Optional<Goal> goal = goal(wanted);
        List<Requirement> requirements = List.copyOf(wanted.values());

        List<CandidateAdvice> results = new ArrayList<>();
        if (!requirements.isEmpty()) {
            for (Candidate candidate : session.view().find(Kind.CANDIDATES, proposed(requirements))) {
                advice(candidate, requirements).ifPresent(results::add);
            }
        }
        results.sort(
                Comparator.comparingDouble(CandidateAdvice::score).reversed().thenComparing(CandidateAdvice::id));
        return new Recommendations<>(
                session.view().generation().token(),
                session.view().generation().model(),
                session.asOf(),
                session.weights(),
                new Understanding(said, goal, List.of(), notes, List.of(), List.of(), List.of(), List.of()),
                results.size(),
                Map.of(),
                List.of(),
                results.size() > request.limit() ? results.subList(0, request.limit()) : results);
    }

    private Optional<Requirement> want(CandidateRequest.Wanted wanted, String at) {
        Optional<Mention> found = session.lexicon().skills().resolve(wanted.skill());
        if (found.isEmpty()) {
            notes.add(new Note(
                    at + "/skill",
                    "“" + wanted.skill() + "” is no skill this catalogue knows, so it is not searched for"));
            return Optional.empty();
        }
        Importance importance = wanted.importance().orElse(Importance.ESSENTIAL);
        Level level = wanted.level().orElse(Level.FOUNDATION);
        said.add(new Said(
                at,
                wanted.skill(),
                found.get().skill().value(),
                session.view().taxonomy().label(found.get().skill()),
                found.get().how().name().toLowerCase(Locale.ROOT),
                Points.toNumber(Points.of(found.get().confidence())),
                level,
                EvidenceKind.SELF,
                false));
        double weight = wanted.weight()
                .orElse(
                        importance == Importance.ESSENTIAL
                                ? Requirement.ESSENTIAL_WEIGHT
                                : Requirement.OPTIONAL_WEIGHT);
        return Optional.of(new Requirement(found.get().skill(), importance, level, weight));
    }

    private Optional<Goal> goal(Map<SkillId, Requirement> wanted) {
        Optional<Role> role = request.role()
                .flatMap(name -> session.lexicon().roles().resolve(name))
                .flatMap(m -> session.view().find(Kind.ROLES, m.skill().value()));
        Optional<Job> job = request.job().flatMap(id -> session.view().find(Kind.JOBS, id));
        if (request.role().isPresent() && role.isEmpty())
            notes.add(new Note("/role", "this catalogue has no role of that name"));
        if (request.job().isPresent() && job.isEmpty())
            notes.add(new Note("/job", "this catalogue has no job of that id"));
        role.ifPresent(r -> r.requirements().forEach(q -> wanted.putIfAbsent(q.skill(), q)));
        job.ifPresent(j -> j.requirements().forEach(q -> wanted.putIfAbsent(q.skill(), q)));
        return role.map(r -> new Goal("role", r.id(), r.title()))
                .or(() -> job.map(j -> new Goal("job", j.id(), j.title())));
    }

    private List<String> proposed(List<Requirement> requirements) {
        List<Map<SkillId, Double>> wishes = new ArrayList<>();
        for (Requirement requirement : requirements) {
            Map<SkillId, Double> wish = new HashMap<>();
            for (Similarities.Neighbour near :
                    session.lexicon().similarities().of(requirement.skill(), session.view())) {
                double factor = near.factor(session.weights().similarity());
                if (factor > 0) wish.put(near.skill(), requirement.weight() * factor);
            }
            wishes.add(wish);
        }
        Filter filter =
                request.region().map(region -> Filter.in("within", region)).orElse(Filter.NONE);
        return session
                .view()
                .rankBySkills(Kind.CANDIDATES, wishes, request.verifiedOnly(), filter, request.limit() * TIMES + EXTRA)
                .stream()
                .map(Ranked::id)
                .toList();
    }

    private Optional<CandidateAdvice> advice(Candidate candidate, List<Requirement> requirements) {
        List<Held> counting = session.read(candidate.profile()).held().stream()
                .filter(this::counts)
                .toList();
        Match match = Match.of(requirements, session.holdings(counting));
        if (match.points() == 0) return Optional.empty();
        Match.Coverage coverage = match.coverage(session.weights().met());
        List<Reason> reasons = match.reasons(session.view().taxonomy());
        return Optional.of(new CandidateAdvice(
                candidate.id(),
                candidate.name().orElse(candidate.id()),
                match.score(),
                Sentences.candidate(coverage, reasons),
                reasons,
                match.answers().stream().map(a -> chain(a.held())).toList(),
                match.missing(session.view().taxonomy()),
                coverage.met(),
                coverage.of(),
                candidate.fictitious()));
    }

    private boolean counts(Held held) {
        if (request.verifiedOnly() && !held.isVerified()) return false;
        if (request.evidence().isPresent()
                && held.evidence().compareTo(request.evidence().get()) < 0) return false;
        if (request.assessment().isEmpty()) return true;
        List<AssessmentKind> kinds = held.proof().map(Held.Proof::assessment).orElse(List.of());
        return kinds.stream().anyMatch(request.assessment()::contains);
    }

    private static CandidateAdvice.Chain chain(Held held) {
        Optional<Held.Proof> proof = held.proof();
        return new CandidateAdvice.Chain(
                held.skill().value(),
                held.level(),
                held.evidence(),
                held.source(),
                proof.map(Held.Proof::credential),
                proof.flatMap(Held.Proof::issuer),
                proof.map(Held.Proof::assessment).orElse(List.of()),
                proof.map(Held.Proof::verdict).filter(v -> !v.equals(Verdict.UNCHECKED)),
                proof.flatMap(Held.Proof::awardedOn));
    }
}
