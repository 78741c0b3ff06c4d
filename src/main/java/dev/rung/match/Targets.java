package dev.rung.match;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.match.Understanding.Goal;
import dev.rung.role.Importance;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.SkillId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a target asks for, whatever kind of target it is. */
final class Targets {
    private Targets() {}

    static List<Requirement> requirements(Goal goal, CatalogueView view) {
        return switch (goal.kind()) {
            case "role" ->
                view.find(Kind.ROLES, goal.id()).map(Role::requirements).orElse(List.of());
            case "job" -> view.find(Kind.JOBS, goal.id()).map(Job::requirements).orElse(List.of());
            default ->
                view.find(Kind.CREDENTIALS, goal.id())
                        .map(Targets::asRequirements)
                        .orElse(List.of());
        };
    }

    /** To be after an award is to want what it teaches. */
    private static List<Requirement> asRequirements(Credential award) {
        Map<SkillId, Requirement> wanted = new LinkedHashMap<>();
        award.outcomes().forEach(o -> o.skill()
                .ifPresent(s ->
                        wanted.putIfAbsent(s, new Requirement(s, Importance.ESSENTIAL, Taught.level(o, award), 1))));
        return List.copyOf(wanted.values());
    }
}
