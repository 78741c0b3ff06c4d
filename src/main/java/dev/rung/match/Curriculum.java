package dev.rung.match;

import dev.rung.catalogue.Need;
import dev.rung.credential.Credential;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A credential and how strongly whoever earns it answers each need. The same for everybody, so it is worked out once.
 *
 * @param credential which
 * @param answers the best answer to each need that it answers at all, each need once, in order of needs
 */
record Curriculum(Credential credential, List<Answer> answers) {
    Curriculum {
        answers = List.copyOf(answers);
    }

    /** The answers that are better than what somebody holds now, in order of needs. */
    List<Answer> improvements(Holdings now) {
        return answers.stream()
                .filter(a -> a.strength() > now.strength(a.need()))
                .toList();
    }

    /** Those of some improvements that would newly meet a need. */
    static Set<Need> newlyMet(List<Answer> improvements, Holdings now, double met) {
        Set<Need> gained = new HashSet<>();
        for (Answer answer : improvements) {
            if (answer.strength() >= met && now.strength(answer.need()) < met) gained.add(answer.need());
        }
        return gained;
    }
}
