package dev.rung.catalogue;

import dev.rung.credential.Credential;
import dev.rung.person.Candidate;
import dev.rung.person.HeldSkill;
import dev.rung.role.Job;
import dev.rung.role.Role;
import dev.rung.skill.Skill;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words by which a record is found.
 *
 * @param title what it is called
 * @param otherTitles what else it is called, and whose it is
 * @param text what is said about it
 * @param essence the few words whose vector stands for the record
 */
public record RecordText(String title, List<String> otherTitles, List<String> text, String essence) {
    /** A vector of much text is near to everything: the essence is cut here, in characters. */
    private static final int LONGEST_ESSENCE = 400;

    public RecordText {
        essence = essence.length() > LONGEST_ESSENCE ? essence.substring(0, LONGEST_ESSENCE) : essence;
    }

    public static RecordText of(Object record) {
        return switch (record) {
            case Skill skill -> named(skill.label(), skill.altLabels(), skill.description());
            case Role role -> named(role.title(), role.altTitles(), role.description());
            case Job job -> of(job);
            case Credential credential -> of(credential);
            case Candidate candidate -> of(candidate);
            default ->
                throw new IllegalArgumentException(
                        "no catalogue holds a " + record.getClass().getSimpleName());
        };
    }

    private static RecordText named(String title, List<String> others, Optional<String> description) {
        String essence = others.isEmpty() ? title : title + "; " + String.join("; ", others);
        return new RecordText(title, others, description.stream().toList(), essence);
    }

    private static RecordText of(Job job) {
        List<String> others = new ArrayList<>();
        job.organisation().ifPresent(others::add);
        job.place().locality().ifPresent(others::add);
        return new RecordText(job.title(), others, job.description().stream().toList(), job.title());
    }

    private static RecordText of(Credential credential) {
        List<String> text = new ArrayList<>();
        credential.description().ifPresent(text::add);
        credential.outcomes().forEach(o -> o.text().ifPresent(text::add));
        return new RecordText(credential.title(), List.of(credential.issuer().name()), text, credential.title());
    }

    private static RecordText of(Candidate candidate) {
        List<String> can =
                candidate.profile().skills().stream().map(HeldSkill::skill).toList();
        List<String> been =
                candidate.profile().experience().stream().map(e -> e.role()).toList();
        List<String> text = new ArrayList<>(can);
        candidate.profile().text().ifPresent(text::add);
        List<String> essence = new ArrayList<>(been);
        essence.addAll(text);
        return new RecordText(candidate.name().orElse(""), been, text, String.join("; ", essence));
    }
}
