package dev.rung.match;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.extract.Mention;
import dev.rung.match.Understanding.Goal;
import dev.rung.match.Understanding.Note;
import dev.rung.match.Understanding.Said;
import dev.rung.person.EvidenceKind;
import dev.rung.person.Experience;
import dev.rung.person.HeldCredential;
import dev.rung.person.HeldSkill;
import dev.rung.person.Profile;
import dev.rung.person.Target;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a profile: which skills it says are held, by which evidence, and where the person wants to go.
 *
 * <ul>
 *   <li>Skills are looked up by id, alignment, name, word forms and at last by vector.
 *   <li>Credentials are looked up likewise and bring what they teach. One that is not in the catalogue brings what its title says, as a claim.
 *   <li>Experience brings what the role asks for, no higher than the time spent in it makes likely.
 *   <li>Free text brings the skills and roles it mentions, as claims; what it wishes for ({@link Wishes}) is not held.
 * </ul>
 *
 * <p>One reader serves one request.
 */
final class ProfileReader {
    /** How sure it is that somebody in a role can do what the role must, or may, ask for. A judgement. */
    private static final double ROLE_ESSENTIAL = 0.95;

    private static final double ROLE_OPTIONAL = 0.5;
    /** Titles that are less alike than this are not taken for each other. */
    private static final double TITLE_FLOOR = 0.75;
    /** What is read from the mere title of an unknown credential is worth less than what the person says themselves. */
    private static final double TITLE_ALONE = 0.8;

    private final CatalogueView view;
    private final Lexicon lexicon;
    private final LocalDate asOf;
    private final List<Held> held = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Goal> wishes = new ArrayList<>();
    private final List<SkillId> wishedSkills = new ArrayList<>();
    private final List<String> heldCredentials = new ArrayList<>();

    ProfileReader(CatalogueView view, Lexicon lexicon, LocalDate asOf) {
        this.view = view;
        this.lexicon = lexicon;
        this.asOf = asOf;
    }

    Understanding read(Profile profile) {
        for (int i = 0; i < profile.skills().size(); i++) {
            readSkill(profile.skills().get(i), "/skills/" + i);
        }
        for (int i = 0; i < profile.credentials().size(); i++) {
            readCredential(profile.credentials().get(i), "/credentials/" + i);
        }
        for (int i = 0; i < profile.experience().size(); i++) {
            readExperience(profile.experience().get(i), "/experience/" + i);
        }
        profile.text().ifPresent(this::readText);
        forgetWhatIsWished();
        Optional<Goal> target = profile.target().flatMap(this::goal);
        return new Understanding(said, target, wishes, notes, held, wishedSkills, heldCredentials);
    }

    private void readSkill(HeldSkill skill, String at) {
        Optional<Mention> found = lexicon.skills().resolve(skill.skill());
        if (found.isEmpty()) {
            notes.add(new Note(
                    at + "/skill", "“" + skill.skill() + "” is no skill this catalogue knows, so it does not count"));
            return;
        }
        EvidenceKind evidence = skill.evidence().orElse(EvidenceKind.SELF);
        String source =
                switch (evidence) {
                    case SELF -> "what you say";
                    case WORK -> "your work";
                    case ENDORSED -> "an endorsement";
                    case ATTENDED -> "a course you attended";
                    case ASSESSED -> "an assessment you name";
                };
        add(
                at + "/skill",
                found.get(),
                new Held(
                        found.get().skill(),
                        skill.level().orElse(Level.INTERMEDIATE),
                        evidence,
                        source,
                        found.get().confidence(),
                        skill.lastUsed(),
                        Optional.empty()));
    }

    private void readCredential(HeldCredential copy, String at) {
        Optional<String> name = copy.id().or(() -> copy.openBadge().flatMap(OpenBadgeText::title));
        Optional<Credential> known = name.flatMap(n -> lookUp(n)).flatMap(id -> view.find(Kind.CREDENTIALS, id));
        if (copy.verdict().isPresent() && copy.verdict().get().isRefuted()) {
            notes.add(new Note(at, "a check found this credential false or withdrawn, so it does not count"));
            return;
        }
        if (known.isPresent()) {
            heldCredentials.add(known.get().id());
            for (Held each : Taught.byHolding(known.get(), copy, asOf)) {
                held.add(each);
                said.add(said(at, name.orElse(known.get().title()), each, "credential"));
            }
            return;
        }
        String text =
                copy.openBadge().map(OpenBadgeText::everything).or(() -> name).orElse("");
        List<Mention> mentions = lexicon.skills().byNames().extract(text);
        notes.add(new Note(
                at,
                "this credential is not in the catalogue; "
                        + (mentions.isEmpty()
                                ? "its name says no skill, so it does not count"
                                : "what its text says counts as a claim")));
        for (Mention mention : mentions) {
            add(
                    at,
                    mention,
                    new Held(
                            mention.skill(),
                            Level.INTERMEDIATE,
                            EvidenceKind.SELF,
                            "the text of a credential you name",
                            mention.confidence() * TITLE_ALONE,
                            copy.awardedOn().map(YearMonth::from),
                            Optional.empty()));
        }
    }

    private void readExperience(Experience experience, String at) {
        Optional<Role> role = lexicon.roles()
                .resolve(experience.role())
                .filter(m -> m.confidence() >= TITLE_FLOOR)
                .flatMap(m -> view.find(Kind.ROLES, m.skill().value()));
        if (role.isPresent()) {
            String source = experience.months() + " months as " + role.get().title();
            readRole(
                    role.get(),
                    at + "/role",
                    experience.role(),
                    source,
                    EvidenceKind.WORK,
                    levelOf(experience.months()),
                    1,
                    experience.until());
            return;
        }
        List<Mention> mentions = lexicon.skills().byNames().extract(experience.role());
        notes.add(new Note(
                at + "/role",
                "“" + experience.role() + "” is no role this catalogue knows; "
                        + (mentions.isEmpty() ? "it does not count" : "only the skills it names count")));
        for (Mention mention : mentions) {
            add(
                    at + "/role",
                    mention,
                    new Held(
                            mention.skill(),
                            levelOf(experience.months()),
                            EvidenceKind.WORK,
                            experience.months() + " months as " + experience.role(),
                            mention.confidence(),
                            experience.until(),
                            Optional.empty()));
        }
    }

    private void readText(String text) {
        for (Mention mention : lexicon.roles().extract(text)) {
            if (mention.confidence() < TITLE_FLOOR) continue;
            Optional<Role> role = view.find(Kind.ROLES, mention.skill().value());
            if (role.isEmpty()) continue;
            if (Wishes.isWish(text, mention.start(), mention.end())) {
                wishes.add(new Goal("role", role.get().id(), role.get().title()));
            } else {
                String source = "that you are or were a " + role.get().title();
                readRole(
                        role.get(),
                        "/text",
                        mention.text(),
                        source,
                        EvidenceKind.SELF,
                        Level.ADVANCED,
                        mention.confidence(),
                        Optional.empty());
            }
        }
        for (Mention mention : lexicon.skills().byNames().extract(text)) {
            if (Wishes.isWish(text, mention.start(), mention.end())) {
                wishedSkills.add(mention.skill());
                wishes.add(new Goal(
                        "skill", mention.skill().value(), view.taxonomy().label(mention.skill())));
            } else {
                add(
                        "/text",
                        mention,
                        new Held(
                                mention.skill(),
                                Level.INTERMEDIATE,
                                EvidenceKind.SELF,
                                "what you write",
                                mention.confidence(),
                                Optional.empty(),
                                Optional.empty()));
            }
        }
    }

    /** Who wants to learn a skill does not hold it, whatever their roles suggest. */
    private void forgetWhatIsWished() {
        for (int i = held.size() - 1; i >= 0; i--) {
            if (said.get(i).how().equals("role")
                    && wishedSkills.contains(held.get(i).skill())) {
                held.remove(i);
                said.remove(i);
            }
        }
    }

    /** A role that is or was filled brings what it asks for, at most one level above what it asks. */
    private void readRole(
            Role role,
            String at,
            String words,
            String source,
            EvidenceKind evidence,
            Level reached,
            double confidence,
            Optional<YearMonth> until) {
        for (Requirement requirement : role.requirements()) {
            Level most = Level.values()[
                    Math.min(Level.EXPERT.ordinal(), requirement.level().ordinal() + 1)];
            Held each = new Held(
                    requirement.skill(),
                    reached.compareTo(most) < 0 ? reached : most,
                    evidence,
                    source,
                    confidence * (requirement.isEssential() ? ROLE_ESSENTIAL : ROLE_OPTIONAL),
                    until,
                    Optional.empty());
            held.add(each);
            said.add(said(at, words, each, "role"));
        }
    }

    private Optional<Goal> goal(Target target) {
        Optional<Goal> found = target.role()
                .flatMap(name -> lexicon.roles().resolve(name))
                .flatMap(m -> view.find(Kind.ROLES, m.skill().value()))
                .map(r -> new Goal("role", r.id(), r.title()))
                .or(() -> target.job()
                        .flatMap(id -> view.find(Kind.JOBS, id))
                        .map(j -> new Goal("job", j.id(), j.title())))
                .or(() -> target.credential()
                        .flatMap(this::lookUp)
                        .flatMap(id -> view.find(Kind.CREDENTIALS, id))
                        .map(c -> new Goal("credential", c.id(), c.title())));
        if (found.isEmpty()) {
            notes.add(new Note("/target", "this catalogue has nothing of that name, so the answer has no target"));
        }
        return found;
    }

    private Optional<String> lookUp(String credential) {
        return lexicon.credentials()
                .resolve(credential)
                .filter(m -> m.confidence() >= TITLE_FLOOR)
                .map(m -> m.skill().value());
    }

    private void add(String at, Mention mention, Held each) {
        held.add(each);
        said.add(said(at, mention.text(), each, mention.how().name().toLowerCase(Locale.ROOT)));
    }

    private Said said(String at, String words, Held each, String how) {
        return new Said(
                at,
                words,
                each.skill().value(),
                view.taxonomy().label(each.skill()),
                how,
                Points.toNumber(Points.of(each.confidence())),
                each.level(),
                each.evidence(),
                each.isVerified());
    }

    /** What so many months in a role make likely: a year to be more than a beginner, three to be advanced, eight to be expert. A judgement. */
    private static Level levelOf(int months) {
        if (months < 12) return Level.FOUNDATION;
        if (months < 36) return Level.INTERMEDIATE;
        return months < 96 ? Level.ADVANCED : Level.EXPERT;
    }
}
