package dev.rung.trust.part;

import dev.rung.person.Finding;
import dev.rung.person.Verdict.Because;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer of one part of a check, with its reasons.
 *
 * @param name {@link #SIGNATURE}, {@link #DATES}, {@link #STATUS}, {@link #ISSUER} or {@link #SUBJECT}
 * @param finding what was found
 * @param reasons why, first reason first
 */
public record Part(String name, Finding finding, List<Because> reasons) {
    public static final String SIGNATURE = "signature";
    public static final String DATES = "dates";
    public static final String STATUS = "status";
    public static final String ISSUER = "issuer";
    /** Is the document about the person who holds it. */
    public static final String SUBJECT = "subject";

    /** Longest sentence of a reason. What is quoted in it comes from the document and may be of any length. */
    private static final int MAX_SENTENCE = 400;

    public Part {
        reasons = List.copyOf(reasons);
    }

    public static Part valid(String name, String code, String sentence) {
        return of(name, Finding.VALID, code, sentence);
    }

    public static Part invalid(String name, String code, String sentence) {
        return of(name, Finding.INVALID, code, sentence);
    }

    public static Part unknown(String name, String code, String sentence) {
        return of(name, Finding.UNKNOWN, code, sentence);
    }

    public static Part of(String name, Finding finding, String code, String sentence) {
        return new Part(name, finding, List.of(new Because(name, code, plain(sentence))));
    }

    /** The same finding and reasons, said by somebody: by a registry, for example. */
    public Part by(String name) {
        return new Part(
                this.name,
                finding,
                reasons.stream()
                        .map(r -> new Because(r.part(), r.code(), r.message(), Optional.of(name)))
                        .toList());
    }

    /** The same finding with one more reason. */
    public Part and(String code, String sentence) {
        List<Because> more = new ArrayList<>(reasons);
        more.add(new Because(name, code, plain(sentence)));
        return new Part(name, finding, more);
    }

    /** Both checks of the same part: invalid if either is, else unknown if either is, else valid; all reasons are kept. */
    public Part both(Part other) {
        Finding worse = finding == Finding.INVALID || other.finding == Finding.INVALID
                ? Finding.INVALID
                : finding == Finding.UNKNOWN || other.finding == Finding.UNKNOWN ? Finding.UNKNOWN : Finding.VALID;
        List<Because> all = new ArrayList<>(reasons);
        all.addAll(other.reasons);
        return new Part(name, worse, all);
    }

    public boolean isValid() {
        return finding == Finding.VALID;
    }

    /** One line without control characters, of bounded length. */
    private static String plain(String sentence) {
        String line = sentence.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.isEmpty()) return "No reason was given.";
        return line.length() <= MAX_SENTENCE ? line : line.substring(0, MAX_SENTENCE - 1) + "…";
    }
}
