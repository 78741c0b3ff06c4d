package dev.rung.formats;

import dev.rung.skill.SkillKind;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which {@link SkillKind} an ESCO skill is. ESCO itself tells knowledge from skill; languages and transversal skills are collections of its. */
final class EscoKinds {
    /**
     * Knowledge concepts whose narrower ones are named products and languages for machines (the families “computer programming”,
     * “database management systems”, “office software” and the like), found by looking through ESCO 1.1.1 for knowledge most of whose
     * narrower concepts are proper names. What stands directly under one of these, and is not one of them, is a tool.
     */
    private static final Set<String> FAMILIES = Stream.of(
                    "21d2f96d-35f7-4e3f-9745-c533d2dd6e97", // computer programming
                    "69bbd53f-fbb0-4476-b4b2-ef7844464e28", // web programming
                    "9cf681c7-89ec-470c-b651-7fe03786f586", // query languages
                    "99207709-d076-4cce-ba38-e90d3bb28806", // resource description framework query language
                    "c2999f0c-eb37-4cdf-b9b0-82107b628794", // style sheet languages
                    "24c200e5-be20-4370-a137-ab53797f3a17", // software frameworks
                    "925463a7-d51f-4d5b-9f79-4d28cf30acde", // integrated development environment software
                    "9d2e926f-53d9-41f5-98f3-19dfaa687f3f", // tools for software configuration management
                    "ab1e97ed-2319-4293-a8b7-072d2648822f", // database management systems
                    "9d0d89be-bffa-4393-b6f6-8d05bea49051", // data extraction, transformation and loading tools
                    "ad59afe4-6f8a-4bc4-acfd-0f228277508a", // statistical analysis system software
                    "de586dcf-d7e5-4340-bf5b-d59026f1b436", // penetration testing tool
                    "976455eb-5bbe-4493-ae64-ed16c3b009ea", // mobile operating systems
                    "6c80d53c-d8c9-41fe-998f-091fca208834", // learning management systems
                    "966f2fd3-3de6-42da-b87c-da924c6d7960", // digital game creation systems
                    "a71577b2-7550-4222-88ee-dcbd2d881516", // graphics editor software
                    "a2b5dcf3-5b6a-453d-876c-cff540c0faf1", // CAD software
                    "12c82224-6394-4c3c-9831-2a8198ed1274", // optical character recognition software
                    "5c66ce3a-658d-43b1-9d8d-0f39be6c0f2e") // WebCMS
            .map(id -> "http://data.europa.eu/esco/skill/" + id)
            .collect(Collectors.toUnmodifiableSet());

    private EscoKinds() {}

    /**
     * The kind, by the first that holds: in the language collection; transversal by reuse level or collection; a named tool; knowledge
     * by skill type; else a skill.
     */
    static SkillKind of(
            String uri, String skillType, String reuseLevel, Set<String> collections, Collection<String> broader) {
        if (collections.contains("language")) return SkillKind.LANGUAGE;
        if (reuseLevel.equals("transversal") || collections.contains("transversal")) return SkillKind.TRANSVERSAL;
        boolean knowledge = skillType.equals("knowledge");
        if (knowledge && !FAMILIES.contains(uri) && broader.stream().anyMatch(FAMILIES::contains)) {
            return SkillKind.TOOL;
        }
        return knowledge ? SkillKind.KNOWLEDGE : SkillKind.SKILL;
    }
}
