package dev.rung.credential;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.util.Optional;

/**
 * An amount in a currency. Amounts in different currencies are not compared: Rung knows no exchange rates.
 *
 * @param amount not negative
 * @param currency ISO 4217 code, three capital letters
 */
public record Money(double amount, String currency) {
    public Money {
        Check.range("amount", amount, 0, 1e9);
        checkCurrency("currency", currency);
    }

    /** As read from JSON, where a missing amount must not become 0, which is free. */
    @JsonCreator
    public static Money of(Optional<Double> amount, String currency) {
        return new Money(Check.given("amount", amount), currency);
    }

    /**
     * The code of a currency.
     *
     * @throws InvalidField if it cannot be one
     */
    public static String checkCurrency(String field, String code) {
        if (Check.present(field, code).matches("[A-Z]{3}")) return code;
        throw new InvalidField(field, "must be an ISO 4217 code such as EUR");
    }

    /** Nothing to pay, whatever the currency. */
    public boolean isFree() {
        return amount == 0;
    }

    @Override
    public String toString() {
        String number = amount == Math.rint(amount) ? Long.toString((long) amount) : Double.toString(amount);
        return isFree() ? "free" : number + " " + currency;
    }
}
