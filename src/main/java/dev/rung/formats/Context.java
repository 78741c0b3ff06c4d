package dev.rung.formats;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.encoder.SkillEncoder;
import dev.rung.extract.SkillExtractor;
import dev.rung.role.Role;
import dev.rung.skill.Alignment;
import dev.rung.skill.Taxonomy;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is known already, against which incoming records are read: skills, and the names of roles and credentials. Each part is fetched when it is
 * first wanted. Safe for use by many threads while the view is open.
 */
final class Context {
    private final Lazy<Taxonomy> taxonomy;
    private final Lazy<SkillExtractor> extractor;
    private final Lazy<Map<String, String>> roles;
    private final Lazy<Map<String, String>> credentials;

    private Context(
            Supplier<Taxonomy> taxonomy,
            Supplier<SkillExtractor> extractor,
            Supplier<Map<String, String>> roles,
            Supplier<Map<String, String>> credentials) {
        this.taxonomy = new Lazy<>(taxonomy);
        this.extractor = new Lazy<>(extractor);
        this.roles = new Lazy<>(roles);
        this.credentials = new Lazy<>(credentials);
    }

    static Context of(CatalogueView view, Function<CatalogueView, SkillExtractor> extractor) {
        return new Context(
                view::taxonomy,
                () -> extractor.apply(view),
                () -> {
                    Map<String, String> names = new HashMap<>();
                    view.each(Kind.ROLES, role -> name(names, role));
                    return names;
                },
                () -> {
                    Map<String, String> names = new HashMap<>();
                    view.each(Kind.CREDENTIALS, c -> name(names, c.id(), c.title()));
                    return names;
                });
    }

    static Context of(Taxonomy taxonomy, Collection<Role> roles, SkillEncoder encoder) {
        return new Context(
                () -> taxonomy,
                () -> SkillExtractor.of(taxonomy, encoder),
                () -> {
                    Map<String, String> names = new HashMap<>();
                    roles.forEach(role -> name(names, role));
                    return names;
                },
                Map::of);
    }

    Taxonomy taxonomy() {
        return taxonomy.get();
    }

    SkillExtractor extractor() {
        return extractor.get();
    }

    /** The role of that id, alignment or title; of several the one whose id comes first. */
    Optional<String> role(String name) {
        return named(roles.get(), name);
    }

    /** The credential of that id or title; of several the one whose id comes first. */
    Optional<String> credential(String name) {
        return named(credentials.get(), name);
    }

    private static Optional<String> named(Map<String, String> names, String name) {
        String exact = names.get(name.strip());
        return Optional.ofNullable(exact != null ? exact : names.get(Taxonomy.plain(name)));
    }

    private static void name(Map<String, String> names, Role role) {
        name(names, role.id(), role.title());
        role.alignments().stream().filter(Alignment::isEsco).forEach(a -> names.putIfAbsent(a.value(), role.id()));
        role.altTitles().forEach(title -> names.putIfAbsent(Taxonomy.plain(title), role.id()));
    }

    /** Ids and titles win over what was only an alternative title before. */
    private static void name(Map<String, String> names, String id, String title) {
        names.put(id, id);
        names.putIfAbsent(Taxonomy.plain(title), id);
    }
}
