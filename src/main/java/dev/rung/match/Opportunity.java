package dev.rung.match;

import dev.rung.catalogue.CursorExpired;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.match.OpenedJobs.Named;
import dev.rung.match.OpenedJobs.OpenedJob;
import dev.rung.match.OpenedJobs.Through;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists the jobs that one credential opens to one person, by the rule by which they are counted. */
final class Opportunity {
    private final Session session;
    private final Understanding understood;
    private final Curriculum curriculum;
    private final Holdings now;
    private final Holdings then;
    private final Filter jobs;
    private final String question;

    /**
     * @param role only jobs of this role, by id; none: all
     */
    Opportunity(Session session, RecommendationRequest request, Curriculum curriculum, Optional<String> role) {
        this.session = session;
        this.understood = session.read(request.profile());
        this.curriculum = curriculum;
        this.now = session.holdings(understood.held());
        this.then = now.plus(Taught.byEarning(curriculum.credential()));
        Filter all = Admission.jobs(request.profile().constraints(), session.asOf());
        this.jobs = role.map(r -> all.and(Filter.in("role", r))).orElse(all);
        this.question = curriculum.credential().id() + "\n" + role.orElse("");
    }

    OpenedJobs page(Optional<String> cursor, int size) {
        double reach = session.weights().reach();
        Set<Need> met = now.met();
        Set<Need> gain = Curriculum.newlyMet(
                curriculum.improvements(now), now, session.weights().met());
        String after = cursor.map(this::decoded).orElse("");
        List<String> ids = session.view().newlyReachableIds(met, reach, gain, jobs, after, size + 1);
        List<String> page = ids.subList(0, Math.min(size, ids.size()));
        return new OpenedJobs(
                session.view().generation().token(),
                session.view().generation().model(),
                session.asOf(),
                session.weights(),
                understood,
                new Named(curriculum.credential().id(), curriculum.credential().title()),
                session.view().newlyReachable(met, reach, List.of(gain), jobs)[0],
                ids.size() > size ? Optional.of(encoded(page.getLast())) : Optional.empty(),
                session.view().find(Kind.JOBS, page).stream().map(this::opened).toList());
    }

    private OpenedJob opened(Job job) {
        double met = session.weights().met();
        Match before = Match.of(job.requirements(), now);
        Match after = Match.of(job.requirements(), then);
        List<Through> through = job.requirements().stream()
                .filter(Requirement::isEssential)
                .filter(r -> now.strength(Need.of(r)) < met && then.strength(Need.of(r)) >= met)
                .map(r ->
                        new Through(r.skill().value(), session.view().taxonomy().label(r.skill()), r.level()))
                .toList();
        return new OpenedJob(
                job.id(),
                job.title(),
                after.score(),
                before.score(),
                after.coverage(met).met(),
                before.coverage(met).met(),
                after.coverage(met).of(),
                through,
                job.role(),
                job.organisation(),
                job.place(),
                job.remote(),
                job.validThrough(),
                job.sample());
    }

    /** Where the next page begins: after an id, so that it holds while the catalogue changes; with a check that it belongs to this question. */
    private String encoded(String last) {
        String plain = Integer.toHexString(question.hashCode()) + " " + last;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private String decoded(String cursor) {
        String prefix = Integer.toHexString(question.hashCode()) + " ";
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (plain.startsWith(prefix)) return plain.substring(prefix.length());
        } catch (IllegalArgumentException e) {
            // Not even of the right letters: told below.
        }
        throw new CursorExpired("this cursor does not belong to this question; start again without a cursor");
    }
}
