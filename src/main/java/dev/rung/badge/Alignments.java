package dev.rung.badge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.badge.Achievement.AchievedSkill;
import dev.rung.extract.How;
import dev.rung.extract.Mention;
import dev.rung.extract.SkillExtractor;
import dev.rung.skill.Level;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the skill that an alignment of a badge points to (Open Badges 3.0, Alignment).
 *
 * <ol>
 *   <li>By address: the target's URL or code is a skill's id or one of its alignments, whatever the framework (ESCO, O*NET, CASE, DigComp,
 *       RSD, CTDL). ESCO's addresses count under http and https and inside those of its portal; a code counts also with its framework's
 *       scheme in front, as {@code onet:2.A.1.a} and {@code digcomp:1.3}.
 *   <li>Else by the target's name, unless the target is no skill but a credential, a document, an occupation or a level.
 * </ol>
 */
final class Alignments {
    /** The name of a target is somebody's own word for it, so a little less sure than its address. A judgement. */
    private static final double BY_NAME = 0.9;

    /** A name that is merely near in meaning is not taken for what an issuer pointed at. */
    private static final How LEAST = How.WORDS;

    private static final Pattern PORTAL = Pattern.compile("[?&]uri=([^&#]+)");
    private static final Pattern NO_SKILL =
            Pattern.compile("(?i)ceterms:.*|CFDocument|CFRubric.*|.*\\bcredential\\b.*|.*\\boccupation\\b.*");
    private static final Pattern NO_SKILL_ADDRESS =
            Pattern.compile("(?i).*/(?:esco/occupation|esco/isco|snb/eqf|eqf|snb/credential)/.*");
    private static final Pattern FRAMEWORK_LEVEL = Pattern.compile("(?i).*(?:\\bEQF\\b|qualifications? framework).*");

    private final Taxonomy taxonomy;
    private final SkillExtractor skills;

    Alignments(Taxonomy taxonomy, SkillExtractor skills) {
        this.taxonomy = taxonomy;
        this.skills = skills;
    }

    /** The skill of an alignment, with the level of the badge. */
    Optional<AchievedSkill> skill(JsonNode alignment, String from, Level level, String levelFrom) {
        List<String> addresses = addresses(alignment);
        for (String address : addresses) {
            Optional<SkillId> named = taxonomy.named(address);
            if (named.isEmpty() || !isAddressOf(address, named.get())) continue;
            return Optional.of(new AchievedSkill(
                    named.get(), taxonomy.label(named.get()), level, levelFrom, 1, from, "id", address));
        }
        Optional<String> name = Fields.text(alignment.path("targetName"));
        if (name.isEmpty() || !isSkill(alignment)) return Optional.empty();
        Optional<Mention> mention =
                skills.resolve(name.get()).filter(m -> m.how().compareTo(LEAST) <= 0);
        return mention.map(m -> new AchievedSkill(
                m.skill(),
                taxonomy.label(m.skill()),
                level,
                levelFrom,
                m.confidence() * BY_NAME,
                from,
                m.how().name().toLowerCase(Locale.ROOT),
                name.get()));
    }

    private static boolean isSkill(JsonNode alignment) {
        String type = alignment.path("targetType").asText();
        String url = alignment.path("targetUrl").asText();
        String framework = alignment.path("targetFramework").asText();
        return !NO_SKILL.matcher(type).matches()
                && !NO_SKILL_ADDRESS.matcher(url).matches()
                && !FRAMEWORK_LEVEL.matcher(framework).matches();
    }

    /** A label that happens to be written like a code is a name, and names come later. */
    private boolean isAddressOf(String address, SkillId skill) {
        return skill.value().equals(address)
                || taxonomy.skill(skill).orElseThrow().alignments().stream()
                        .anyMatch(a -> a.value().equals(address));
    }

    private static List<String> addresses(JsonNode alignment) {
        List<String> addresses = new ArrayList<>();
        Fields.text(alignment.path("targetUrl")).ifPresent(url -> addresses.addAll(forms(url)));
        Fields.text(alignment.path("targetCode")).ifPresent(code -> {
            addresses.addAll(forms(code));
            String framework = alignment.path("targetFramework").asText().toLowerCase(Locale.ROOT);
            if (framework.contains("o*net")) addresses.add("onet:" + code);
            if (framework.contains("digcomp")) addresses.add("digcomp:" + code);
        });
        return addresses;
    }

    private static List<String> forms(String address) {
        List<String> forms = new ArrayList<>(List.of(address));
        Matcher portal = PORTAL.matcher(address);
        if (portal.find()) {
            try {
                forms.add(URLDecoder.decode(portal.group(1), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                forms.add(portal.group(1));
            }
        }
        for (String form : List.copyOf(forms)) {
            if (form.startsWith("https://")) forms.add("http://" + form.substring("https://".length()));
            if (form.endsWith("/")) forms.add(form.substring(0, form.length() - 1));
        }
        return forms;
    }
}
