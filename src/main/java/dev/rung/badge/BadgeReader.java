package dev.rung.badge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.badge.Achievement.AchievedSkill;
import dev.rung.extract.Mention;
import dev.rung.extract.SkillExtractor;
import dev.rung.person.HeldCredential;
import dev.rung.skill.Check;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import dev.rung.trust.CredentialDocument;
import dev.rung.trust.CredentialKind;
import dev.rung.trust.part.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a badge says its holder can do.
 *
 * <pre>{@code
 * BadgeReader reader = new BadgeReader(taxonomy, extractor);
 * for (Achievement each : reader.read(CredentialDocument.read(bytes, 4_000_000))) {
 *     each.skills();     // bake-bread, intermediate (eqf 4), from alignment by id, confidence 1
 *     each.evidence();   // ASSESSED, because criteria_name_a_test
 * }
 * }</pre>
 *
 * <p>Skills come from the alignments of the achievement and of its results. Only where these lead to none are they looked for in the words:
 * name, tags, criteria and description, each a little less sure. Takes Open Badges 3.0 and 2.0 and, credential by credential, CLR 2.0.
 * Thread-safe, as the extractor is.
 */
public final class BadgeReader {
    /** Words say less surely than alignments what an achievement is about, a name more surely than a description. Judgements. */
    private static final Map<String, Double> SURE =
            Map.of("name", 0.85, "tag", 0.8, "criteria", 0.75, "description", 0.7);

    /** Most achievements in one document. */
    private static final int MAX = 200;

    private final Taxonomy taxonomy;
    private final SkillExtractor skills;
    private final Alignments alignments;

    public BadgeReader(Taxonomy taxonomy, SkillExtractor skills) {
        this.taxonomy = taxonomy;
        this.skills = skills;
        this.alignments = new Alignments(taxonomy, skills);
    }

    /** The achievements of a document, and of the credentials within it; none if it is about no achievement. */
    public List<Achievement> read(CredentialDocument document) {
        List<Achievement> all = new ArrayList<>(ofCredential(document.credential()));
        for (CredentialDocument.Inner inner : document.within()) {
            for (Achievement each : ofCredential(inner.document().credential())) all.add(each.within(inner.pointer()));
        }
        return all.size() <= MAX ? List.copyOf(all) : List.copyOf(all.subList(0, MAX));
    }

    /** The achievements of the document of a credential that somebody holds; none if it has no document that can be read. */
    public List<Achievement> read(HeldCredential held) {
        return CredentialDocument.of(held).map(this::read).orElse(List.of());
    }

    private List<Achievement> ofCredential(ObjectNode credential) {
        List<Achievement> found = new ArrayList<>();
        if (CredentialKind.of(credential) == CredentialKind.OPEN_BADGE_2) {
            JsonNode badge = credential.path("badge");
            if (badge.isObject()) found.add(achievement(credential, credential.path("recipient"), badge));
            return found;
        }
        for (JsonNode subject : Fields.each(credential.path("credentialSubject"))) {
            for (JsonNode achievement : Fields.each(subject.path("achievement"))) {
                if (achievement.isObject()) found.add(achievement(credential, subject, achievement));
            }
        }
        return found;
    }

    private Achievement achievement(ObjectNode credential, JsonNode subject, JsonNode achievement) {
        JsonNode issuer = credential.has("issuer") ? credential.path("issuer") : achievement.path("issuer");
        Optional<String> issuerId = Fields.id(issuer);
        EvidenceRules evidence = EvidenceRules.of(credential, subject, achievement, issuerId);
        Optional<String> title = Fields.text(achievement.path("name")).or(() -> Fields.text(credential.path("name")));
        return new Achievement(
                "",
                Fields.id(achievement.path("id")),
                shortened(title.orElse("a badge without a name")),
                Fields.text(issuer.path("name")).map(BadgeReader::shortened),
                issuerId.map(BadgeReader::shortened),
                evidence.kind(),
                evidence.because(),
                evidence.assessment(),
                awardedOn(credential),
                validUntil(credential),
                skills(subject, achievement));
    }

    /** What it says it is called. */
    public static Optional<String> title(CredentialDocument document) {
        ObjectNode credential = document.credential();
        return Fields.each(credential.path("credentialSubject")).stream()
                .flatMap(subject -> Fields.each(subject.path("achievement")).stream())
                .map(achievement -> Fields.text(achievement.path("name")))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Fields.text(credential.path("badge").path("name")))
                .or(() -> Fields.text(credential.path("name")))
                .map(BadgeReader::shortened);
    }

    /** The day on which it was awarded or became valid, in UTC. */
    public static Optional<LocalDate> awardedOn(JsonNode credential) {
        return moment(credential, "awardedDate", "validFrom", "issuanceDate", "issuedOn")
                .map(moment -> moment.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    /** The day, in UTC, that has its last valid moment. */
    public static Optional<LocalDate> validUntil(JsonNode credential) {
        return moment(credential, "validUntil", "expirationDate", "expires")
                .map(moment -> moment.minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static Optional<Instant> moment(JsonNode credential, String... names) {
        for (String name : names) {
            Optional<Instant> moment = Moments.readLoosely(credential.path(name).asText());
            if (moment.isPresent()) return moment;
        }
        return Optional.empty();
    }

    private List<AchievedSkill> skills(JsonNode subject, JsonNode achievement) {
        AchievedLevel level = AchievedLevel.of(subject, achievement);
        Map<SkillId, AchievedSkill> best = new LinkedHashMap<>();
        for (JsonNode alignment : Fields.each(achievement.path("alignment"))) {
            alignments
                    .skill(alignment, "alignment", level.level(), level.from())
                    .ifPresent(skill -> better(best, skill));
        }
        for (JsonNode result : Fields.each(subject.path("result"))) {
            AchievedLevel reached = AchievedLevel.ofResult(result, achievement).orElse(level);
            for (JsonNode alignment : Fields.each(result.path("alignment"))) {
                alignments
                        .skill(alignment, "result", reached.level(), reached.from())
                        .ifPresent(skill -> better(best, skill));
            }
        }
        if (best.isEmpty()) inWords(achievement, level, best);
        return List.copyOf(best.values());
    }

    private void inWords(JsonNode achievement, AchievedLevel level, Map<SkillId, AchievedSkill> best) {
        Optional<String> name = Fields.text(achievement.path("name"));
        Optional<Mention> whole = name.flatMap(skills::resolve);
        whole.ifPresent(mention -> better(best, said(mention, "name", level)));
        if (whole.isEmpty()) extract(name, "name", level, best);
        for (JsonNode tag : Fields.each(achievement.path("tag"))) {
            Fields.text(tag).flatMap(skills::resolve).ifPresent(mention -> better(best, said(mention, "tag", level)));
        }
        JsonNode criteria = achievement.path("criteria");
        extract(Fields.text(criteria.isObject() ? criteria.path("narrative") : criteria), "criteria", level, best);
        extract(Fields.text(achievement.path("description")), "description", level, best);
    }

    private void extract(Optional<String> text, String from, AchievedLevel level, Map<SkillId, AchievedSkill> best) {
        text.filter(t -> !t.startsWith("http"))
                .ifPresent(t -> skills.extract(t).forEach(mention -> better(best, said(mention, from, level))));
    }

    private AchievedSkill said(Mention mention, String from, AchievedLevel level) {
        return new AchievedSkill(
                mention.skill(),
                taxonomy.label(mention.skill()),
                level.level(),
                level.from(),
                mention.confidence() * SURE.getOrDefault(from, 1.0),
                from,
                mention.how().name().toLowerCase(Locale.ROOT),
                mention.text());
    }

    /** A result's level counts more than the badge's; otherwise the surer find stays, and of equals the first. */
    private static void better(Map<SkillId, AchievedSkill> best, AchievedSkill found) {
        AchievedSkill known = best.get(found.skill());
        boolean closer = known != null && found.from().equals("result") && found.confidence() >= known.confidence();
        if (known == null || closer || found.confidence() > known.confidence()) best.put(found.skill(), found);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= Check.MAX_LABEL ? line : line.substring(0, Check.MAX_LABEL);
    }
}
