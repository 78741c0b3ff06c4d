package dev.rung.skill;

import java.util.List;
import java.util.Optional;

/**
 * One thing a person can know or do, as a concept with names: the unit that roles ask for, credentials prove and people hold.
 *
 * @param id identity
 * @param label the name people see
 * @param altLabels other names for the same concept: synonyms, abbreviations, what people write in a CV
 * @param kind knowledge, skill, transversal, language or tool
 * @param description what it is, in a sentence or a paragraph
 * @param broader more general skills that contain this one
 * @param related skills that stand beside this one and partly answer for it
 * @param groups codes of the groups and collections it belongs to: an ESCO hierarchy code, {@code digital}, {@code green}, …
 * @param alignments the same concept elsewhere
 */
public record Skill(
        SkillId id,
        String label,
        List<String> altLabels,
        SkillKind kind,
        Optional<String> description,
        List<SkillId> broader,
        List<SkillId> related,
        List<String> groups,
        List<Alignment> alignments) {
    public Skill {
        Check.present("id", id);
        label = Check.label("label", label);
        altLabels = Check.list("altLabels", altLabels);
        for (int i = 0; i < altLabels.size(); i++) {
            Check.label("altLabels/" + i, altLabels.get(i));
        }
        kind = Check.present("kind", kind);
        description = Check.text("description", description);
        broader = Check.distinct("broader", broader, b -> b);
        related = Check.distinct("related", related, r -> r);
        groups = Check.distinct("groups", groups, g -> g);
        alignments = Check.distinct("alignments", alignments, a -> a);
        if (broader.contains(id)) throw new InvalidField("broader", "must not name the skill itself");
        if (related.contains(id)) throw new InvalidField("related", "must not name the skill itself");
    }
}
