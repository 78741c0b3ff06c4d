package dev.rung.match;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Contents;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The names by which skills, roles and credentials can be called, ready to be found in text. Names are accepted wherever ids are, so a
 * role's titles are looked up by the very means that finds skills.
 *
 * <p>Built from one state of the catalogue and good for as long as those kinds do not change. Nothing in it depends on anything but what those records say
 * and the encoder, so that one of a new generation shares with one of the old whatever is made of the same records. Immutable.
 */
final class Lexicon {
    private final String generation;
    private final long skillsVersion;
    private final long rolesVersion;
    private final long credentialsVersion;
    private final Taxonomy taxonomy;
    private final SkillExtractor skills;
    private final Taxonomy roleTitles;
    private final SkillExtractor roles;
    /** Digest of all credentials: what they teach is kept for as long as they say the same. */
    private final String offered;

    private final SkillExtractor credentials;
    private final Similarities similarities;
    private final Curricula curricula;
    private final Demand demand = new Demand();

    /** @param known others, which it shares with what it can */
    Lexicon(CatalogueView view, SkillEncoder encoder, Collection<Lexicon> known) {
        this.generation = view.generation().id();
        this.skillsVersion = view.version(Kind.SKILLS);
        this.rolesVersion = view.version(Kind.ROLES);
        this.credentialsVersion = view.version(Kind.CREDENTIALS);
        this.taxonomy = view.taxonomy();
        Optional<Lexicon> sameSkills =
                known.stream().filter(k -> k.taxonomy.hasSameSkills(taxonomy)).findFirst();
        this.skills = sameSkills.map(k -> k.skills).orElseGet(() -> SkillExtractor.of(taxonomy, encoder));
        this.similarities = sameSkills.map(k -> k.similarities).orElseGet(() -> new Similarities(encoder, taxonomy));
        Taxonomy titles = unchanged(known, k -> k.rolesVersion, rolesVersion)
                .map(k -> k.roleTitles)
                .orElseGet(() -> titlesOfRoles(view));
        Optional<Lexicon> sameRoles =
                known.stream().filter(k -> k.roleTitles.hasSameSkills(titles)).findFirst();
        this.roleTitles = sameRoles.map(k -> k.roleTitles).orElse(titles);
        this.roles = sameRoles
                .map(k -> k.roles)
                .orElseGet(() -> SkillExtractor.of(titles, encoder, ExtractionSettings.WORDS_ONLY));
        Optional<Lexicon> before = unchanged(known, k -> k.credentialsVersion, credentialsVersion);
        this.offered = before.map(k -> k.offered).orElseGet(() -> Contents.digest(view, Kind.CREDENTIALS));
        Optional<Lexicon> sameCredentials =
                known.stream().filter(k -> k.offered.equals(offered)).findFirst();
        this.credentials = sameCredentials
                .map(k -> k.credentials)
                .orElseGet(() -> SkillExtractor.of(titlesOfCredentials(view), encoder, ExtractionSettings.WORDS_ONLY));
        this.curricula = sameCredentials
                .filter(k -> k.similarities == similarities)
                .map(k -> k.curricula)
                .orElseGet(() -> new Curricula(similarities));
    }

    /** One of the same generation in which a kind has not changed since. */
    private Optional<Lexicon> unchanged(Collection<Lexicon> known, ToLongFunction<Lexicon> version, long now) {
        return known.stream()
                .filter(k -> k.generation.equals(generation) && version.applyAsLong(k) == now)
                .findFirst();
    }

    /** Whether what it was made of is still what the view shows. */
    boolean isOf(CatalogueView view) {
        return generation.equals(view.generation().id())
                && skillsVersion == view.version(Kind.SKILLS)
                && rolesVersion == view.version(Kind.ROLES)
                && credentialsVersion == view.version(Kind.CREDENTIALS);
    }

    boolean isOfGeneration(String id) {
        return generation.equals(id);
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
