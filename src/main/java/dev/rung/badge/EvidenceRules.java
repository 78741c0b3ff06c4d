package dev.rung.badge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rung.badge.Achievement.Because;
import dev.rung.credential.AssessmentKind;
import dev.rung.person.EvidenceKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Was it tested, or was somebody just there (R2)? The first rule that applies decides, and is told:
 *
 * <ol>
 *   <li>{@code issued_to_oneself}: issuer and subject are the same, so it is what somebody says of themselves
 *   <li>{@code result_recorded}: it carries a mark, score, grade or level reached
 *   <li>{@code criteria_name_a_test}: its criteria say that something was tested
 *   <li>{@code evidence_names_a_test}: the evidence it carries does
 *   <li>{@code criteria_name_attendance}: its criteria say that one had to be there, and nothing of a test
 *   <li>{@code type_is_tested}: it is of a type that is not awarded without a test, such as a certification or a degree
 *   <li>{@code nothing_says_tested}: otherwise. What nobody says is not assumed, so it counts as attended
 * </ol>
 *
 * @param kind what it is evidence of
 * @param because the rule
 * @param assessment how it was tested, as far as its words say
 */
record EvidenceRules(EvidenceKind kind, Because because, List<AssessmentKind> assessment) {
    /** Values of {@code achievementType} (Open Badges 3.0, AchievementType) that stand for something tested. */
    private static final Set<String> TESTED_TYPES = Set.of(
            "ApprenticeshipCertificate",
            "Assessment",
            "Assignment",
            "AssociateDegree",
            "BachelorDegree",
            "Certification",
            "Degree",
            "Diploma",
            "DoctoralDegree",
            "GeneralEducationDevelopment",
            "JourneymanCertificate",
            "License",
            "MasterCertificate",
            "MasterDegree",
            "ProfessionalDoctorate",
            "ResearchDoctorate",
            "SecondarySchoolDiploma");

    /** Values of {@code resultType} that stand for a judgement; {@code Status} and {@code PredictedScore} do not. */
    private static final Set<String> JUDGED = Set.of(
            "GradePointAverage",
            "LetterGrade",
            "Percent",
            "PerformanceLevel",
            "RawScore",
            "RubricCriterion",
            "RubricCriterionLevel",
            "RubricScore",
            "ScaledScore");

    static EvidenceRules of(JsonNode credential, JsonNode subject, JsonNode achievement, Optional<String> issuerId) {
        Optional<String> subjectId = Fields.id(subject.path("id"));
        if (issuerId.isPresent() && issuerId.equals(subjectId)) {
            return new EvidenceRules(
                    EvidenceKind.SELF,
                    new Because("issued_to_oneself", "Its issuer and its subject are the same."),
                    List.of());
        }
        String criteria = criteria(achievement);
        String evidence = evidence(credential, subject);
        Set<AssessmentKind> kinds = EnumSet.noneOf(AssessmentKind.class);
        kinds.addAll(TestWords.kinds(criteria));
        kinds.addAll(TestWords.kinds(evidence));
        return new EvidenceRules(
                        EvidenceKind.ASSESSED, because(subject, achievement, criteria, evidence), List.copyOf(kinds))
                .settled();
    }

    /** Where nothing was tested there is no kind of test either. */
    private EvidenceRules settled() {
        boolean attended = because.code().equals("criteria_name_attendance")
                || because.code().equals("nothing_says_tested");
        return attended ? new EvidenceRules(EvidenceKind.ATTENDED, because, List.of()) : this;
    }

    private static Because because(JsonNode subject, JsonNode achievement, String criteria, String evidence) {
        Optional<String> result = result(subject, achievement);
        if (result.isPresent()) {
            return new Because("result_recorded", "It records a result: " + result.get() + ".");
        }
        Optional<String> tested = TestWords.tested(criteria);
        if (tested.isPresent()) {
            return new Because("criteria_name_a_test", "Its criteria name a test: “" + tested.get() + "”.");
        }
        Optional<String> shown = TestWords.tested(evidence);
        if (shown.isPresent()) {
            return new Because("evidence_names_a_test", "Its evidence names a test: “" + shown.get() + "”.");
        }
        Optional<String> attended = TestWords.attended(criteria);
        if (attended.isPresent()) {
            return new Because(
                    "criteria_name_attendance",
                    "Its criteria ask for attendance (“" + attended.get() + "”) and name no test.");
        }
        String type = achievement.path("achievementType").asText();
        if (TESTED_TYPES.contains(type)) {
            return new Because("type_is_tested", "It is a " + type + ", which is not awarded without a test.");
        }
        return new Because("nothing_says_tested", "Nothing in it says that anything was tested.");
    }

    /** A mark that was recorded, and what it is a mark of. */
    private static Optional<String> result(JsonNode subject, JsonNode achievement) {
        for (JsonNode result : Fields.each(subject.path("result"))) {
            JsonNode description = description(result, achievement);
            boolean judged = JUDGED.contains(description.path("resultType").asText());
            Optional<String> value = Fields.text(result.path("value"))
                    .or(() -> Fields.text(result.path("achievedLevel")).map(level -> "a level reached"));
            if (judged && value.isPresent()) {
                return Fields.text(description.path("name"))
                        .map(name -> name + " " + value.get())
                        .or(() -> value);
            }
        }
        return Optional.empty();
    }

    private static JsonNode description(JsonNode result, JsonNode achievement) {
        String id = result.path("resultDescription").asText();
        for (JsonNode description : Fields.each(achievement.path("resultDescription"))) {
            if (!id.isEmpty() && description.path("id").asText().equals(id)) return description;
        }
        return achievement.path("no such description");
    }

    /** What had to be done. The description is left out: a course on examinations, or on projects, is not tested by one. */
    private static String criteria(JsonNode achievement) {
        JsonNode criteria = achievement.path("criteria");
        return Fields.text(criteria.isObject() ? criteria.path("narrative") : criteria)
                .filter(text -> !text.startsWith("http"))
                .orElse("");
    }

    private static String evidence(JsonNode credential, JsonNode subject) {
        List<JsonNode> all = new ArrayList<>(Fields.each(credential.path("evidence")));
        all.addAll(Fields.each(subject.path("evidence")));
        return all.stream()
                .flatMap(one -> List.of("genre", "name", "narrative", "description").stream()
                        .map(field -> Fields.text(one.path(field)))
                        .flatMap(Optional::stream))
                .collect(Collectors.joining("\n"));
    }
}
