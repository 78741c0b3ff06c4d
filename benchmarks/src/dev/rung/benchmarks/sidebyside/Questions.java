package dev.rung.benchmarks.sidebyside;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.credential.Credential;
import dev.rung.role.Role;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * What everybody is asked, made of the catalogue's own roles, skills and credentials: the same for the same data.
 *
 * @param searches what people type: a role's title, and every other time a skill that it asks for as well
 * @param met the needs met by somebody who can do all that three roles ask
 * @param gains for each credential, the needs that it would meet on top
 */
record Questions(List<String> searches, List<Set<Need>> met, List<Set<Need>> gains) {
    private static final int SEARCHES = 200;
    private static final int PEOPLE = 50;
    private static final int ROLES_EACH = 3;
    private static final int CREDENTIALS = 400;

    static Questions of(CatalogueView view) {
        List<Role> roles = new ArrayList<>();
        view.each(Kind.ROLES, (Role role) -> {
            if (!role.requirements().isEmpty()) roles.add(role);
        });
        Collections.shuffle(roles, new Random(1));
        return new Questions(searches(roles, view), met(roles), gains(view));
    }

    private static List<String> searches(List<Role> roles, CatalogueView view) {
        List<String> searches = new ArrayList<>();
        for (Role role : roles.subList(0, Math.min(SEARCHES, roles.size()))) {
            String skill = searches.size() % 2 == 0
                    ? ""
                    : view.find(Kind.SKILLS, role.requirements().getFirst().skill().value())
                            .map(s -> " " + s.label())
                            .orElse("");
            searches.add(role.title() + skill);
        }
        return searches;
    }

    private static List<Set<Need>> met(List<Role> roles) {
        List<Set<Need>> people = new ArrayList<>();
        for (int first = 0; first + ROLES_EACH <= roles.size() && people.size() < PEOPLE; first += ROLES_EACH) {
            Set<Need> met = new TreeSet<>();
            for (Role role : roles.subList(first, first + ROLES_EACH)) {
                role.requirements().forEach(r -> met.addAll(upTo(r.level(), r.skill())));
            }
            people.add(met);
        }
        return people;
    }

    private static List<Set<Need>> gains(CatalogueView view) {
        List<Set<Need>> gains = new ArrayList<>();
        view.each(Kind.CREDENTIALS, (Credential credential) -> {
            Set<Need> gain = new TreeSet<>();
            credential.outcomes().forEach(outcome -> outcome.skill().ifPresent(skill -> {
                Optional<Level> level = outcome.level();
                gain.addAll(upTo(level.orElse(Level.INTERMEDIATE), skill));
            }));
            if (!gain.isEmpty() && gains.size() < CREDENTIALS) gains.add(gain);
        });
        return gains;
    }

    /** Who can do it well can do it less well too. */
    private static List<Need> upTo(Level level, SkillId skill) {
        List<Need> needs = new ArrayList<>();
        for (Level lower : Level.values()) {
            if (lower.compareTo(level) <= 0) needs.add(new Need(skill, lower));
        }
        return needs;
    }
}
