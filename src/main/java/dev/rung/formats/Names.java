package dev.rung.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.extract.Mention;
import dev.rung.formats.Draft.Remark;
import dev.rung.skill.SkillId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Puts ids where a file has names: a skill's label in a requirement or outcome, a role's title in a job, an award's title in a stack rule.
 *
 * <p>What cannot be resolved is remarked upon and costs the record no more than it must: an id that is not known yet stays (its record may come
 * later), a name in an outcome becomes the outcome's text, a name in a requirement is left out. Safe for use by many threads.
 */
final class Names {
    private final Context context;

    Names(Context context) {
        this.context = context;
    }

    /** Resolves in place. */
    void resolve(ObjectNode json, List<Remark> remarks) {
        skills(json.get("requirements"), "/requirements", false, remarks);
        skills(json.get("outcomes"), "/outcomes", true, remarks);
        if (json.get("entry") instanceof ObjectNode entry) {
            skills(entry.get("skills"), "/entry/skills", false, remarks);
            credentials(entry.get("credentials"), "/entry/credentials", remarks);
        }
        if (json.get("stacksInto") instanceof ArrayNode rules) {
            for (int i = 0; i < rules.size(); i++) credential(rules.get(i), "/stacksInto/" + i + "/award", remarks);
        }
        if (json.get("issuer") instanceof ObjectNode issuer && !issuer.has("id") && issuer.hasNonNull("name")) {
            issuer.put("id", slug(issuer.get("name").asText()));
        }
        role(json, remarks);
    }

    /**
     * A name as an id: lower case, letters and digits of any script, joined by hyphens.
     *
     * <pre>{@code
     * Names.slug("Jersey Cape Diagnostic, Training & Opp. Center");   // jersey-cape-diagnostic-training-opp-center
     * }</pre>
     */
    static String slug(String name) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return slug.replaceAll("^-|-$", "");
    }

    private void skills(JsonNode list, String field, boolean outcomes, List<Remark> remarks) {
        if (!(list instanceof ArrayNode array)) return;
        Set<String> seen = new HashSet<>();
        for (int i = 0, line = 0; i < array.size(); i++, line++) {
            if (!(array.get(i) instanceof ObjectNode element)
                    || !element.path("skill").isTextual()) continue;
            String pointer = field + "/" + line + "/skill";
            String given = element.get("skill").asText().strip();
            Optional<String> id = skill(given, pointer, remarks);
            if (id.isEmpty() && outcomes) {
                element.remove("skill");
                if (!element.hasNonNull("text")) element.put("text", given);
                remarks.add(new Remark(pointer, "no skill is called “" + given + "”; kept as the outcome's text"));
            } else if (id.isEmpty()) {
                array.remove(i--);
                remarks.add(new Remark(pointer, "no skill is called “" + given + "”; left out"));
            } else if (!outcomes && !seen.add(id.get()) && !given.equals(id.get())) {
                array.remove(i--);
                remarks.add(new Remark(
                        pointer, "“" + given + "” means " + id.get() + ", which is there already; left out"));
            } else {
                element.put("skill", id.get());
            }
        }
    }

    /** An id for what was given; none if it is a name that nothing is known by. */
    private Optional<String> skill(String given, String pointer, List<Remark> remarks) {
        Optional<SkillId> named = context.taxonomy().named(given);
        if (named.isPresent()) return named.map(SkillId::value);
        if (given.isEmpty()) return Optional.of(given);
        if (isId(given)) {
            remarks.add(new Remark(pointer, "no skill has the id " + given + " yet"));
            return Optional.of(given);
        }
        Optional<Mention> mention = context.extractor().resolve(given);
        mention.ifPresent(m -> remarks.add(new Remark(
                pointer,
                "“%s” was understood as %s (%s), confidence %.2f"
                        .formatted(given, context.taxonomy().label(m.skill()), m.skill(), m.confidence()))));
        return mention.map(m -> m.skill().value());
    }

    private void role(ObjectNode json, List<Remark> remarks) {
        if (!json.path("role").isTextual() || json.get("role").asText().isBlank()) return;
        String given = json.get("role").asText();
        Optional<String> role = context.role(given);
        if (role.isPresent()) json.put("role", role.get());
        else remarks.add(new Remark("/role", "no role is called “" + given + "” yet; kept as it is"));
    }

    private void credentials(JsonNode list, String field, List<Remark> remarks) {
        if (!(list instanceof ArrayNode array)) return;
        for (int i = 0; i < array.size(); i++) {
            String given = array.get(i).asText();
            if (isId(given)) continue;
            Optional<String> id = context.credential(given);
            if (id.isPresent()) array.set(i, id.get());
            else remarks.add(new Remark(field + "/" + i, "no credential is called “" + given + "” yet; kept as it is"));
        }
    }

    private void credential(JsonNode rule, String pointer, List<Remark> remarks) {
        if (!(rule instanceof ObjectNode object) || !object.path("award").isTextual()) return;
        String given = object.get("award").asText();
        if (isId(given)) return;
        Optional<String> id = context.credential(given);
        if (id.isPresent()) object.put("award", id.get());
        else remarks.add(new Remark(pointer, "no credential is called “" + given + "” yet"));
    }

    private static boolean isId(String given) {
        return given.chars().noneMatch(Character::isWhitespace);
    }
}
