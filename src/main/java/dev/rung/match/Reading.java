package dev.rung.match;

import dev.rung.extract.Mention;
import dev.rung.match.Understanding.Goal;
import dev.rung.match.Understanding.Note;
import dev.rung.match.Understanding.Said;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has been understood of a profile so far. One reading serves one profile; it is handed from reader to reader. */
final class Reading {
    private final Taxonomy taxonomy;
    private final List<Held> held = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Goal> wishes = new ArrayList<>();
    private final List<SkillId> wishedSkills = new ArrayList<>();
    private final List<String> heldCredentials = new ArrayList<>();
    private final SortedMap<LocalDate, List<String>> history = new TreeMap<>();

    Reading(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** Something is held, and these words said so. */
    void add(String at, String words, String how, Held each) {
        held.add(each);
        said.add(new Said(
                at,
                words,
                each.skill().value(),
                taxonomy.label(each.skill()),
                how,
                Points.toNumber(Points.of(each.confidence())),
                each.level(),
                each.evidence(),
                each.isVerified()));
    }

    /** Something is held because a mention of it was found. */
    void add(String at, Mention mention, Held each) {
        add(at, mention.text(), mention.how().name().toLowerCase(Locale.ROOT), each);
    }

    void note(String at, String message) {
        note(new Note(at, message));
    }

    void note(Note note) {
        notes.add(note);
    }

    void holds(String credential, Optional<LocalDate> since) {
        heldCredentials.add(credential);
        history.computeIfAbsent(since.orElse(LocalDate.MIN), day -> new ArrayList<>())
                .add(credential);
    }

    void wish(Goal goal) {
        wishes.add(goal);
    }

    void wish(SkillId skill) {
        wishedSkills.add(skill);
        wishes.add(new Goal("skill", skill.value(), taxonomy.label(skill)));
    }

    /** Who wants to learn a skill does not hold it, whatever their roles suggest. */
    void forgetWhatIsWished() {
        for (int i = held.size() - 1; i >= 0; i--) {
            if (said.get(i).how().equals("role")
                    && wishedSkills.contains(held.get(i).skill())) {
                held.remove(i);
                said.remove(i);
            }
        }
    }

    Understanding towards(Optional<Goal> target) {
        return new Understanding(
                said, target, wishes, notes, held, wishedSkills, heldCredentials, List.copyOf(history.values()));
    }
}
