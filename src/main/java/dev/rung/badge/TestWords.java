package dev.rung.badge;

import dev.rung.credential.AssessmentKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which criteria and evidence say how something was tested, or that one only had to be there: English, with the commonest in
 * German, French and Spanish. A word after “no”, “not” or “without” does not count.
 */
final class TestWords {
    private static final Map<AssessmentKind, Pattern> KINDS = new LinkedHashMap<>();

    static {
        put(
                AssessmentKind.PROCTORED_EXAM,
                "(?:proctored|supervised|invigilated) (?:online )?(?:exam(?:ination)?|test|assessment)s?|beaufsichtigte \\p{L}*prüfung|examen surveillé");
        put(
                AssessmentKind.PRACTICAL,
                "practical (?:tests?|exams?|examinations?|assessments?|demonstrations?|tasks?)|demonstrat\\w+ (?:to|before|in front of)"
                        + "|skills demonstration|(?:observed|assessed) (?:at|in) (?:the )?(?:work|workplace|workshop|kitchen)|performance assessment"
                        + "|praktische \\p{L}*prüfung|épreuve pratique|prueba práctica");
        put(AssessmentKind.SIMULATION, "simulations?|simulated|role[- ]plays?|simulación|simulación clínica");
        put(AssessmentKind.CASE_STUDY, "case stud(?:y|ies)|fallstudie\\p{L}*|études? de cas|estudios? de caso");
        put(AssessmentKind.PEER_REVIEW, "peer[- ](?:review(?:ed|s)?|assess(?:ed|ment)|graded)");
        put(
                AssessmentKind.PROJECT,
                "(?:final|capstone|graded|group|individual|assessed|course|own) projects?|project (?:work|report|assessment)"
                        + "|(?:by|through|complet\\w+|submit\\w*|submission of|hand\\w* in|deliver\\w*|present\\w*) (?:\\w+ ){0,3}projects?|capstone|portfolio|dissertation|thesis|projektarbeit|abschlussarbeit"
                        + "|mémoire|proyecto final");
        put(
                AssessmentKind.EXAM,
                "exam(?:s|inations?)?(?! of\\b)|(?:written|final|online|multiple[- ]choice) (?:tests?|assessments?)|quiz(?:zes)?"
                        + "|(?:pass|passed|passes|passing) (?:the|a|an|all) (?:\\w+ )?(?:tests?|assessments?)|klausur|(?:abschluss)?prüfung|examen|évaluation écrite");
    }

    /** Words that say something was tested and not how. */
    private static final Pattern TESTED = words(
            "assess(?:ed|ment|ments)|tested|graded|(?:pass|passed|passing) (?:mark|score|grade)|score[ds]? (?:of )?(?:at least )?\\d+|examiners?|"
                    + "\\d+ ?(?:%|percent|per cent) or (?:more|higher|better)");

    private static final Pattern ATTENDED = words(
            "attend(?:ed|ance|ing|ee|ees|s)?|participat(?:e|ed|es|ion|ing)|took part|taking part|take part|present at|teilgenommen|teilnahme|participation|asistencia|asistió");

    private static final Pattern DENIED =
            Pattern.compile("(?iu)\\b(?:no|not|without|never|neither|nor|ohne|keine?|sans|sin)\\b[^.;:!?]{0,40}$");

    private TestWords() {}

    /** The kinds of assessment that a text names. Words that have named one kind name no other: a “practical exam” is no exam of the other sort. */
    static Set<AssessmentKind> kinds(String text) {
        Set<AssessmentKind> kinds = EnumSet.noneOf(AssessmentKind.class);
        String left = text;
        for (Map.Entry<AssessmentKind, Pattern> kind : KINDS.entrySet()) {
            if (first(kind.getValue(), left).isEmpty()) continue;
            kinds.add(kind.getKey());
            left = kind.getValue().matcher(left).replaceAll("…");
        }
        return kinds;
    }

    /** The first words of a text that say something was tested. */
    static Optional<String> tested(String text) {
        for (Pattern words : KINDS.values()) {
            Optional<String> said = first(words, text);
            if (said.isPresent()) return said;
        }
        return first(TESTED, text);
    }

    /** The first words of a text that say one had to be there. */
    static Optional<String> attended(String text) {
        return first(ATTENDED, text);
    }

    private static Optional<String> first(Pattern words, String text) {
        Matcher found = words.matcher(text);
        while (found.find()) {
            String before = text.substring(Math.max(0, found.start() - 60), found.start());
            if (!DENIED.matcher(before).find()) return Optional.of(found.group());
        }
        return Optional.empty();
    }

    private static void put(AssessmentKind kind, String words) {
        KINDS.put(kind, words(words));
    }

    private static Pattern words(String words) {
        return Pattern.compile("(?iu)(?<!\\p{L})(?:" + words + ")(?!\\p{L})");
    }
}
