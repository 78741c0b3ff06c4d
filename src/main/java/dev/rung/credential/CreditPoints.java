package dev.rung.credential;

import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Credit in a unit other than ECTS. Units are told apart by their names, without regard to case, and Rung never turns one into another.
 *
 * @param unit such as {@code US semester hours}
 * @param amount 0.01 to 10,000
 */
public record CreditPoints(String unit, double amount) {
    /** The unit that has a field of its own wherever credit is stated. */
    public static final String ECTS = "ECTS";

    /** ECTS first, then by name without regard to case. */
    public static final Comparator<String> BY_UNIT =
            Comparator.comparing((String unit) -> !unit.equals(ECTS)).thenComparing(String.CASE_INSENSITIVE_ORDER);

    public CreditPoints {
        unit = Check.label("unit", unit);
        if (unit.equalsIgnoreCase(ECTS)) throw new InvalidField("unit", "must not be ECTS, which is stated as ects");
        amount = Check.range("amount", amount, 0.01, 10_000);
    }

    static List<CreditPoints> eachUnitOnce(List<CreditPoints> credits) {
        return Check.distinct("credits", credits, c -> c.unit().toLowerCase(Locale.ROOT));
    }

    /** All credit by unit, in the order of {@link #BY_UNIT}. */
    public static SortedMap<String, Double> byUnit(Optional<Double> ects, List<CreditPoints> credits) {
        SortedMap<String, Double> all = new TreeMap<>(BY_UNIT);
        ects.ifPresent(e -> all.put(ECTS, e));
        credits.forEach(c -> all.put(c.unit(), c.amount()));
        return all;
    }

    /** Such as {@code 5 ECTS, 3 US semester hours}; none if no credit is stated. */
    public static Optional<String> inWords(SortedMap<String, Double> byUnit) {
        return byUnit.entrySet().stream()
                .map(e -> BigDecimal.valueOf(e.getValue()).stripTrailingZeros().toPlainString() + " " + e.getKey())
                .reduce((a, b) -> a + ", " + b);
    }
}
