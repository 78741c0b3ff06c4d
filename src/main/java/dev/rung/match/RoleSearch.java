package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.match.Change.Standing;
import dev.rung.match.Understanding.Note;
import dev.rung.person.Experience;
import dev.rung.person.Profile;
import dev.rung.role.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which roles fit: those one could fill now, or, for a move, those near the role one comes from, with the way over.
 */
final class RoleSearch {
    /** Months in the role somebody moves from: what it asks for counts as held at an advanced level, as after some years in it. */
    private static final int MONTHS_BEFORE_A_MOVE = 60;

    private final Session session;
    private final RecommendationRequest request;
    private final Understanding understood;
    private final Holdings now;
    private final Fits fits;
    private final Set<String> leftBehind = new HashSet<>();

    RoleSearch(Session session, RecommendationRequest request) {
        this.session = session;
        this.request = request;
        Profile profile = request.profile();
        Optional<Role> origin = request.from().flatMap(session::role);
        Understanding read = session.read(origin.map(o -> after(profile, o)).orElse(profile));
        this.understood = request.from().isPresent() && origin.isEmpty()
                ? noted(
                        read,
                        new Note(
                                "/from",
                                "no role of this catalogue is called "
                                        + Words.quoted(request.from().get()) + ", so it is left out"))
                : read;
        this.now = session.holdings(understood.held());
        this.fits = new Fits(session, now, Aspirations.of(understood));
        if (isMove()) {
            origin.ifPresent(o -> leftBehind.add(o.id()));
            profile.experience().forEach(e -> session.role(e.role()).ifPresent(r -> leftBehind.add(r.id())));
        }
    }

    private boolean isMove() {
        return request.bridge() || request.from().isPresent();
    }

    private static Profile after(Profile profile, Role origin) {
        List<Experience> experience = new ArrayList<>(profile.experience());
        experience.add(new Experience(origin.id(), MONTHS_BEFORE_A_MOVE, Optional.empty()));
        return new Profile(
                profile.text(),
                profile.skills(),
                profile.credentials(),
                experience,
                profile.target(),
                profile.constraints());
    }

    private static Understanding noted(Understanding read, Note note) {
        List<Note> notes = new ArrayList<>(read.notes());
        notes.add(note);
        return new Understanding(
                read.skills(),
                read.target(),
                read.wishes(),
                notes,
                read.held(),
                read.wishedSkills(),
                read.heldCredentials(),
                read.history());
    }

    private List<Fits.Fit<Role>> best(int limit) {
        return fits.roles(limit + leftBehind.size()).stream()
                .filter(f -> !leftBehind.contains(f.record().id()))
                .limit(limit)
                .toList();
    }

    Recommendations<RoleAdvice> answer() {
        Filter jobs = Admission.jobs(request.profile().constraints(), session.asOf());
        Optional<Bridges> bridges =
                isMove() ? Optional.of(new Bridges(session, request.profile(), understood, now)) : Optional.empty();
        List<Fits.Fit<Role>> best = best(request.limit());
        List<RoleAdvice> results = new FitAdvice(session, understood).roles(best, jobs, bridges);
        return new Recommendations<>(
                session.view().generation().token(),
                session.view().generation().model(),
                session.asOf(),
                session.weights(),
                understood,
                session.view().count(Kind.ROLES, Filter.NONE),
                Map.of(),
                List.of(),
                session.gap(understood, now),
                List.of(),
                request.changes() == 0 ? results : changed(results, best));
    }

    private List<RoleAdvice> changed(List<RoleAdvice> results, List<Fits.Fit<Role>> best) {
        Trials trials = new Trials(
                request.profile(),
                profile -> new RoleSearch(session, request.with(profile)).standings(),
                request.changes());
        Edits edits = new Edits(session, understood, request.profile());
        List<RoleAdvice> changed = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            changed.add(results.get(i)
                    .with(trials.of(
                            results.get(i).id(), edits.bettering(best.get(i).match()))));
        }
        return changed;
    }

    private Standings standings() {
        List<Standings.Place> places = new ArrayList<>();
        for (Fits.Fit<Role> fit : best(RecommendationRequest.MAX_LIMIT)) {
            places.add(new Standings.Place(
                    fit.record().id(),
                    fit.record().title(),
                    new Standing(
                            Optional.of(fit.score()),
                            Optional.of(places.size() + 1),
                            Optional.of(fit.match()
                                    .coverage(session.weights().met())
                                    .met()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())));
        }
        return Standings.of(places.size(), places);
    }
}
