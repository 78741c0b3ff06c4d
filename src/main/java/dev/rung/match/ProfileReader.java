package dev.rung.match;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.match.Understanding.Goal;
import dev.rung.person.Profile;
import dev.rung.person.Target;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads a profile: which skills it says are held, by which evidence, and where the person wants to go. Each part of a profile has a reader:
 * {@link SkillClaims}, {@link HeldCopies}, {@link WorkHistory}, {@link OwnWords}.
 *
 * <p>One reader serves one request.
 */
final class ProfileReader {
    private final CatalogueView view;
    private final Lexicon lexicon;
    private final LocalDate asOf;

    ProfileReader(CatalogueView view, Lexicon lexicon, LocalDate asOf) {
        this.view = view;
        this.lexicon = lexicon;
        this.asOf = asOf;
    }

    Understanding read(Profile profile) {
        Reading reading = new Reading(view.taxonomy());
        SkillClaims claims = new SkillClaims(lexicon, reading);
        for (int i = 0; i < profile.skills().size(); i++) {
            claims.read(profile.skills().get(i), "/skills/" + i);
        }
        HeldCopies copies = new HeldCopies(view, lexicon, asOf, reading);
        for (int i = 0; i < profile.credentials().size(); i++) {
            copies.read(profile.credentials().get(i), "/credentials/" + i);
        }
        WorkHistory work = new WorkHistory(view, lexicon, reading);
        for (int i = 0; i < profile.experience().size(); i++) {
            work.read(profile.experience().get(i), "/experience/" + i);
        }
        OwnWords words = new OwnWords(view, lexicon, work, reading);
        profile.text().ifPresent(words::read);
        reading.forgetWhatIsWished();
        return reading.towards(profile.target().flatMap(target -> goal(target, copies, reading)));
    }

    /** What a target names, of which nothing else is read. */
    Optional<Goal> goal(Target target) {
        Reading reading = new Reading(view.taxonomy());
        return goal(target, new HeldCopies(view, lexicon, asOf, reading), reading);
    }

    private Optional<Goal> goal(Target target, HeldCopies copies, Reading reading) {
        Optional<Goal> found = target.role()
                .flatMap(name -> lexicon.roles().resolve(name))
                .flatMap(m -> view.find(Kind.ROLES, m.skill().value()))
                .map(r -> new Goal("role", r.id(), r.title()))
                .or(() -> target.job()
                        .flatMap(id -> view.find(Kind.JOBS, id))
                        .map(j -> new Goal("job", j.id(), j.title())))
                .or(() ->
                        target.credential().flatMap(copies::named).map(c -> new Goal("credential", c.id(), c.title())));
        if (found.isEmpty() && target.most().isEmpty()) {
            String name = target.role().or(target::job).or(target::credential).orElse("");
            reading.note(
                    "/target",
                    "nothing in this catalogue is called " + Words.quoted(name) + ", so the answer has no target");
        }
        return found;
    }
}
