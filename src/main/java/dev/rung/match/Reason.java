package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.person.EvidenceKind;
import java.util.Optional;

/**
 * One additive part of a score. The contributions of a result's reasons sum to its score, to the last digit.
 *
 * @param kind {@code skill}: a held skill answers a required one; {@code gain}: a credential would teach a skill that is wanted;
 *     {@code wish}: it is what the person would like to do; {@code opens}, {@code stack}, {@code histories}, {@code trust}, {@code effort}, {@code outcomes}: see {@link NextCredential}
 * @param skill id of the skill that is asked for; empty where the reason is not about one skill
 * @param label name of that skill
 * @param heldBy id of the held skill that answers, or of the credential that would
 * @param relation of the held skill to the one asked: {@code same}, {@code narrower}, {@code broader}, {@code related}, {@code near}
 * @param evidence the evidence for the held skill
 * @param verified whether that evidence was checked and holds
 * @param strength how strongly the need is answered, 0 to 1
 * @param contribution part of the score, in millionths exactly
 * @param text the reason in words
 */
public record Reason(
        String kind,
        Optional<String> skill,
        Optional<String> label,
        Optional<String> heldBy,
        Optional<String> relation,
        Optional<EvidenceKind> evidence,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean verified,
        Optional<Double> strength,
        double contribution,
        String text) {
    /** A reason that is not about one skill. */
    static Reason general(String kind, long points, String text) {
        return new Reason(
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Points.toNumber(points),
                text);
    }
}
