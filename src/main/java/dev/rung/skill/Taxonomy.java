package dev.rung.skill;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All skills, by identity and by name, with the links between them.
 *
 * <pre>{@code
 * Taxonomy taxonomy = Taxonomy.of(skills);
 * taxonomy.named("Pastry Baking");              // bake-pastries, by its alternative label
 * taxonomy.links(new SkillId("bake-pastries")); // prepare-baked-goods (broader), decorate-cakes (related)
 * }</pre>
 *
 * <p>Immutable and safe for use by many threads. Links to skills that are not here are left out, so that a taxonomy that is still
 * being imported can already be used.
 */
public final class Taxonomy {
    /** No skills at all. */
    public static final Taxonomy EMPTY = of(List.of());

    private final Map<SkillId, Skill> skills;
    private final Map<String, SkillId> names;
    private final Map<SkillId, List<Link>> links;

    private Taxonomy(Map<SkillId, Skill> skills, Map<String, SkillId> names, Map<SkillId, List<Link>> links) {
        this.skills = skills;
        this.names = names;
        this.links = links;
    }

    /** How one skill stands to another. */
    public enum Relation {
        /** The same concept under another id: both are aligned with one concept elsewhere. */
        SAME,
        /** The other is more general. */
        BROADER,
        /** The other is more specific. */
        NARROWER,
        RELATED
    }

    /**
     * A link as seen from one skill.
     *
     * @param other where it leads
     * @param relation what the other is to this one
     */
    public record Link(SkillId other, Relation relation) {}

    /** A taxonomy of these skills; of two with the same id the later one counts. */
    public static Taxonomy of(Collection<Skill> skills) {
        Map<SkillId, Skill> byId = new TreeMap<>();
        skills.forEach(s -> byId.put(s.id(), s));
        return new Taxonomy(byId, namesOf(byId), linksOf(byId));
    }

    /** All skills, by id. */
    public Collection<Skill> skills() {
        return java.util.Collections.unmodifiableCollection(skills.values());
    }

    public int size() {
        return skills.size();
    }

    /** Whether another one holds the very same skills, and so answers everything alike. */
    public boolean hasSameSkills(Taxonomy other) {
        return this == other || skills.equals(other.skills);
    }

    public Optional<Skill> skill(SkillId id) {
        return Optional.ofNullable(skills.get(id));
    }

    /** The label people see; the id itself for a skill that is not here. */
    public String label(SkillId id) {
        Skill skill = skills.get(id);
        return skill == null ? id.value() : skill.label();
    }

    /**
     * The skill of that id, alignment, label or alternative label. Case, accents, punctuation and white space do not matter in labels.
     * Where a name belongs to several skills, ids and alignments come before labels, labels before alternative ones, smaller ids first.
     */
    public Optional<SkillId> named(String name) {
        SkillId exact = names.get(name.strip());
        return Optional.ofNullable(exact != null ? exact : names.get(plain(name)));
    }

    /** What hangs together with a skill, ordered by relation and id; empty for a skill that is not here. */
    public List<Link> links(SkillId id) {
        return links.getOrDefault(id, List.of());
    }

    /**
     * A name without what does not tell names apart: lower case, no accents, words separated by single spaces. Plus and number signs
     * stay, as in C++ and C#.
     */
    public static String plain(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(decomposed.length());
        boolean gap = false;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '+' || c == '#') {
                if (gap && !plain.isEmpty()) plain.append(' ');
                plain.append(c);
                gap = false;
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                gap = true;
            }
        }
        return plain.toString();
    }

    private static Map<String, SkillId> namesOf(Map<SkillId, Skill> skills) {
        Map<String, SkillId> names = new HashMap<>();
        skills.keySet().forEach(id -> names.put(id.value(), id));
        skills.values().forEach(s -> s.alignments().forEach(a -> names.putIfAbsent(a.value(), s.id())));
        skills.values().forEach(s -> names.putIfAbsent(plain(s.label()), s.id()));
        skills.values().forEach(s -> s.altLabels().forEach(l -> names.putIfAbsent(plain(l), s.id())));
        names.remove("");
        return names;
    }

    private static Map<SkillId, List<Link>> linksOf(Map<SkillId, Skill> skills) {
        Map<SkillId, Map<SkillId, Relation>> found = new HashMap<>();
        Map<String, SkillId> concepts = new HashMap<>();
        for (Skill skill : skills.values()) {
            concepts.merge(skill.id().value(), skill.id(), (first, again) -> first);
        }
        for (Skill skill : skills.values()) {
            for (Alignment alignment : skill.alignments()) {
                SkillId twin = concepts.putIfAbsent(alignment.value(), skill.id());
                if (twin != null) both(found, skill.id(), Relation.SAME, twin, Relation.SAME);
            }
        }
        for (Skill skill : skills.values()) {
            for (SkillId broader : skill.broader()) {
                if (skills.containsKey(broader)) both(found, skill.id(), Relation.BROADER, broader, Relation.NARROWER);
            }
        }
        for (Skill skill : skills.values()) {
            for (SkillId related : skill.related()) {
                if (skills.containsKey(related)) both(found, skill.id(), Relation.RELATED, related, Relation.RELATED);
            }
        }
        Comparator<Link> order = Comparator.comparing(Link::relation).thenComparing(Link::other);
        Map<SkillId, List<Link>> links = new HashMap<>();
        found.forEach((id, others) -> {
            List<Link> list = new ArrayList<>();
            others.forEach((other, relation) -> list.add(new Link(other, relation)));
            list.sort(order);
            links.put(id, List.copyOf(list));
        });
        return links;
    }

    /** Two skills are linked once: the first relation found between them stays. */
    private static void both(
            Map<SkillId, Map<SkillId, Relation>> found, SkillId a, Relation ofB, SkillId b, Relation ofA) {
        if (a.equals(b)) return;
        found.computeIfAbsent(a, k -> new LinkedHashMap<>()).putIfAbsent(b, ofB);
        found.computeIfAbsent(b, k -> new LinkedHashMap<>()).putIfAbsent(a, ofA);
    }
}
