package dev.rung.pathway;

import dev.rung.credential.Credential;
import dev.rung.credential.Money;
import java.util.Map;
import java.util.Optional;

/**
 * Prices in the one currency of a plan. Rung knows no exchange rates: another currency counts by the caller's rate, or cannot be added up.
 *
 * @param currency of the plan
 * @param rates what one unit of another currency is worth in it
 */
record Pricing(String currency, Map<String, Double> rates) {
    private static final double CENTS = 100;

    /** In hundredths of the plan's currency; none if the price is not stated, or cannot be converted. */
    Optional<Long> cents(Credential credential) {
        return credential.offer().cost().flatMap(this::cents);
    }

    private Optional<Long> cents(Money price) {
        if (price.isFree()) return Optional.of(0L);
        if (price.currency().equals(currency)) return Optional.of(Math.round(price.amount() * CENTS));
        return Optional.ofNullable(rates.get(price.currency())).map(rate -> Math.round(price.amount() * rate * CENTS));
    }

    Money money(long cents) {
        return new Money(cents / CENTS, currency);
    }
}
