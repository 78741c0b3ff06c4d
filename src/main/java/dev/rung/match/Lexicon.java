package dev.rung.match;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.encoder.SkillEncoder;
import dev.rung.extract.ExtractionSettings;
import dev.rung.extract.SkillExtractor;
import dev.rung.role.Role;
import dev.rung.skill.Alignment;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.SkillKind;
import dev.rung.skill.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names by which skills, roles and credentials can be called, ready to be found in text. Names are accepted wherever ids are, so a
 * role's titles are looked up by the very means that finds skills.
 *
 * <p>Built from one state of the catalogue and good for as long as those kinds do not change. Immutable.
 */
final class Lexicon {
    private final String generation;
    private final long skillsVersion;
    private final long rolesVersion;
    private final long credentialsVersion;
    private final SkillExtractor skills;
    private final Taxonomy roleTitles;
    private final SkillExtractor roles;
    private final SkillExtractor credentials;
    private final Similarities similarities;
    private final Curricula curricula;
    private final Demand demand = new Demand();

    private Lexicon(CatalogueView view, SkillEncoder encoder, Optional<Lexicon> before) {
        this.generation = view.generation().id();
        this.skillsVersion = view.version(Kind.SKILLS);
        this.rolesVersion = view.version(Kind.ROLES);
        this.credentialsVersion = view.version(Kind.CREDENTIALS);
        Optional<Lexicon> old = before.filter(b -> b.generation.equals(generation));
        Optional<Lexicon> sameSkills = old.filter(b -> b.skillsVersion == skillsVersion);
        this.skills = sameSkills.map(b -> b.skills).orElseGet(() -> SkillExtractor.of(view.taxonomy(), encoder));
        this.similarities =
                sameSkills.map(b -> b.similarities).orElseGet(() -> new Similarities(encoder, view.taxonomy()));
        Optional<Lexicon> sameRoles = old.filter(b -> b.rolesVersion == rolesVersion);
        this.roleTitles = sameRoles.map(b -> b.roleTitles).orElseGet(() -> titlesOfRoles(view));
        this.roles = sameRoles
                .map(b -> b.roles)
                .orElseGet(() -> SkillExtractor.of(roleTitles, encoder, ExtractionSettings.WORDS_ONLY));
        this.credentials = old.filter(b -> b.credentialsVersion == credentialsVersion)
                .map(b -> b.credentials)
                .orElseGet(() -> SkillExtractor.of(titlesOfCredentials(view), encoder, ExtractionSettings.WORDS_ONLY));
        this.curricula = sameSkills
                .filter(b -> b.credentialsVersion == credentialsVersion)
                .map(b -> b.curricula)
                .orElseGet(() -> new Curricula(similarities));
    }

    /** The lexicon of a view: the one before if nothing that it is made of has changed, else a new one that keeps what it can. */
    static Lexicon of(CatalogueView view, SkillEncoder encoder, Optional<Lexicon> before) {
        if (before.isPresent() && before.get().isOf(view)) return before.get();
        return new Lexicon(view, encoder, before);
    }

    /** Whether what it was made of is still what the view shows. */
    boolean isOf(CatalogueView view) {
        return generation.equals(view.generation().id())
                && skillsVersion == view.version(Kind.SKILLS)
                && rolesVersion == view.version(Kind.ROLES)
                && credentialsVersion == view.version(Kind.CREDENTIALS);
    }

    SkillExtractor skills() {
        return skills;
    }

    /** Finds roles by title; what it calls a skill's id is the role's. */
    SkillExtractor roles() {
        return roles;
    }

    /** The title of a role, or its id if there is no such role. */
    String roleTitle(String id) {
        return roleTitles.label(new SkillId(id));
    }

    /** Finds credentials by title; what it calls a skill's id is the credential's. */
    SkillExtractor credentials() {
        return credentials;
    }

    Demand demand() {
        return demand;
    }

    Curricula curricula() {
        return curricula;
    }

    Similarities similarities() {
        return similarities;
    }

    private static Taxonomy titlesOfRoles(CatalogueView view) {
        List<Skill> titles = new ArrayList<>();
        view.each(Kind.ROLES, (Role r) -> titles.add(name(r.id(), r.title(), r.altTitles(), r.alignments())));
        return Taxonomy.of(titles);
    }

    private static Taxonomy titlesOfCredentials(CatalogueView view) {
        List<Skill> titles = new ArrayList<>();
        view.each(Kind.CREDENTIALS, (Credential c) -> titles.add(name(c.id(), c.title(), List.of(), c.alignments())));
        return Taxonomy.of(titles);
    }

    private static Skill name(String id, String title, List<String> others, List<Alignment> alignments) {
        return new Skill(
                new SkillId(id),
                title,
                others,
                SkillKind.KNOWLEDGE,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                alignments);
    }
}
