package dev.rung.match;

import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Ranked;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who has these skills, and by what evidence? The engine proposes people by the strength of what they hold; each is then read and matched
 * exactly, with only the evidence that the recruiter lets count.
 */
final class CandidateSearch {
    private static final int EXTRA = 60;
    private static final int TIMES = 3;
    /** Where few of those proposed have the evidence that counts, so many times more are proposed, up to {@link #MOST_READ} in all. */
    private static final int MORE = 4;

    private static final int MOST_READ = 4_000;

    private final Session session;
    private final CandidateRequest request;
    private final Proofs proofs;
    private final List<Said> said = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    CandidateSearch(Session session, CandidateRequest request) {
        this.session = session;
        this.request = request;
        this.proofs = new Proofs(request, session.asOf());
    }

    Recommendations<CandidateAdvice> search() {
        Map<SkillId, Requirement> wanted = new LinkedHashMap<>();
        for (int i = 0; i < request.requirements().size(); i++) {
            want(request.requirements().get(i), "/requirements/" + i).ifPresent(r -> wanted.putIfAbsent(r.skill(), r));
        }
        Posts posts = posts();
        posts.requirements().forEach(r -> wanted.putIfAbsent(r.skill(), r));
        List<Requirement> requirements = List.copyOf(wanted.values());
        List<Hit> hits = requirements.isEmpty() ? List.of() : hits(requirements);
        OtherSide otherSide = new OtherSide(session, posts.role(), posts.job(), requirements);
        return new Recommendations<>(
                session.view().generation().token(),
                session.view().generation().model(),
                session.asOf(),
                session.weights(),
                new Understanding(said, posts.goal(), List.of(), notes, List.of(), List.of(), List.of(), List.of()),
                hits.size(),
                Map.of(),
                List.of(),
                hits.stream()
                        .limit(request.limit())
                        .map(hit -> advice(hit, otherSide))
                        .toList());
    }

    /** Somebody who matches, before it is put into words: most who match are not shown. */
    private record Hit(Candidate candidate, Understanding understood, Match match) {}

    /** Everybody who was proposed and matches, best first. */
    private List<Hit> hits(List<Requirement> requirements) {
        List<Hit> hits = new ArrayList<>();
        Set<String> read = new HashSet<>();
        int most = request.limit() * TIMES + EXTRA;
        while (true) {
            List<String> proposed = proposed(requirements, most);
            List<String> fresh = proposed.stream().filter(read::add).toList();
            for (Candidate candidate : session.view().find(Kind.CANDIDATES, fresh)) {
                hit(candidate, requirements).ifPresent(hits::add);
            }
            boolean isAll = proposed.size() < most;
            if (hits.size() >= request.limit() || isAll) break;
            if (most >= MOST_READ) {
                notes.add(new Note(
                        "",
                        "only the " + MOST_READ
                                + " people nearest to the requirements were read; others may match as well"));
                break;
            }
            most = Math.min(MOST_READ, most * MORE);
        }
        hits.sort(Comparator.comparingLong((Hit h) -> h.match().points())
                .reversed()
                .thenComparing(h -> h.candidate().id()));
        return hits;
    }

    private Optional<Hit> hit(Candidate candidate, List<Requirement> requirements) {
        Understanding understood = session.read(candidate.profile());
        List<Held> counting = understood.held().stream().filter(proofs::count).toList();
        Match match = Match.of(requirements, session.holdings(counting, requirements));
        return match.points() == 0 ? Optional.empty() : Optional.of(new Hit(candidate, understood, match));
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

    /** What the people are wanted for, as far as the catalogue has it. */
    private record Posts(Optional<Role> role, Optional<Job> job) {
        Optional<Goal> goal() {
            return role.map(r -> new Goal("role", r.id(), r.title()))
                    .or(() -> job.map(j -> new Goal("job", j.id(), j.title())));
        }

        List<Requirement> requirements() {
            return Stream.concat(
                            role.stream().flatMap(r -> r.requirements().stream()),
                            job.stream().flatMap(j -> j.requirements().stream()))
                    .toList();
        }
    }

    private Posts posts() {
        Optional<Role> role = request.role()
                .flatMap(name -> session.lexicon().roles().resolve(name))
                .flatMap(m -> session.view().find(Kind.ROLES, m.skill().value()));
        Optional<Job> job = request.job().flatMap(id -> session.view().find(Kind.JOBS, id));
        if (request.role().isPresent() && role.isEmpty())
            notes.add(new Note(
                    "/role",
                    "no role of this catalogue is called "
                            + Words.quoted(request.role().get())));
        if (request.job().isPresent() && job.isEmpty())
            notes.add(new Note("/job", "this catalogue has no job of that id"));
        return new Posts(role, job);
    }

    private List<String> proposed(List<Requirement> requirements, int most) {
        List<Map<SkillId, Double>> wishes = new ArrayList<>();
        for (Requirement requirement : requirements) {
            Map<SkillId, Double> wish = new HashMap<>();
            for (Similarities.Neighbour near : session.lexicon().similarities().of(requirement.skill())) {
                double factor = near.factor(session.weights().similarity());
                if (factor > 0) wish.put(near.skill(), requirement.weight() * factor);
            }
            wishes.add(wish);
        }
        return session
                .view()
                .rankBySkills(Kind.CANDIDATES, wishes, request.verifiedOnly(), proofs.people(), most)
                .stream()
                .map(Ranked::id)
                .toList();
    }

    private CandidateAdvice advice(Hit hit, OtherSide otherSide) {
        Candidate candidate = hit.candidate();
        Match match = hit.match();
        Match.Coverage coverage = match.coverage(session.weights().met());
        List<Reason> reasons = match.reasons(session.view().taxonomy());
        return new CandidateAdvice(
                candidate.id(),
                candidate.name().orElse(candidate.id()),
                match.score(),
                Sentences.candidate(coverage, reasons),
                reasons,
                match.answers().stream().map(a -> chain(a.held())).toList(),
                match.missing(session.view().taxonomy()),
                otherSide.lacks(candidate.profile(), hit.understood()),
                coverage.met(),
                coverage.of(),
                candidate.fictitious());
    }

    private CandidateAdvice.Chain chain(Held held) {
        Optional<Held.Proof> proof = held.proof();
        return new CandidateAdvice.Chain(
                held.skill().value(),
                session.view().taxonomy().label(held.skill()),
                held.level(),
                held.evidence(),
                held.source(),
                proof.map(Held.Proof::credential),
                proof.map(Held.Proof::title),
                proof.flatMap(Held.Proof::issuer),
                proof.map(Held.Proof::assessment).orElse(List.of()),
                proof.map(Held.Proof::verdict).filter(v -> !v.equals(Verdict.UNCHECKED)),
                proof.map(p -> p.verdict().registries()).orElse(List.of()),
                proof.flatMap(Held.Proof::awardedOn),
                proof.isPresent() ? Optional.empty() : held.lastUsed());
    }
}
