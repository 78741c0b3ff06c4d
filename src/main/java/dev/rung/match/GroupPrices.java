package dev.rung.match;

import dev.rung.credential.Credential;
import dev.rung.credential.Money;
import dev.rung.match.GroupRequest.Least;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What credentials take of a team, in money and in hours.
 *
 * @param least which of the two is to be least
 * @param currency in which costs are added up; none: no credential states a cost
 */
record GroupPrices(Least least, Optional<String> currency) {
    /** Prices are whole numbers of hundredths, so that sums do not depend on their order. */
    static final long HUNDREDTHS = 100;

    /**
     * By the currency that the request names, else that of the first limit, else the commonest.
     *
     * @param open what members could take
     */
    static GroupPrices of(GroupRequest request, Stream<Curriculum> open) {
        Optional<String> named = request.currency();
        boolean isNeeded = named.isEmpty() && request.minimise() == Least.COST;
        return new GroupPrices(
                request.minimise(), isNeeded ? ofFirstLimit(request).or(() -> commonest(open)) : named);
    }

    private static Optional<String> ofFirstLimit(GroupRequest request) {
        return request.members().stream()
                .flatMap(m -> m.profile().constraints().maxCost().stream())
                .map(Money::currency)
                .findFirst();
    }

    private static Optional<String> commonest(Stream<Curriculum> open) {
        return open
                .map(Curriculum::credential)
                .distinct()
                .flatMap(c -> c.offer().cost().stream())
                .filter(cost -> !cost.isFree())
                .collect(Collectors.groupingBy(Money::currency, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /** What is to be least, in hundredths; none if it is not stated, or in another currency. */
    Optional<Long> price(Credential credential) {
        Optional<Double> amount = least == Least.HOURS
                ? credential.workload().hours()
                : credential
                        .offer()
                        .cost()
                        .filter(c -> c.isFree()
                                || currency.filter(c.currency()::equals).isPresent())
                        .map(Money::amount);
        return amount.map(a -> Math.round(a * HUNDREDTHS));
    }

    /** In this currency, or in the one that all are stated in; nothing where that cannot be told. */
    Optional<Money> cost(List<Credential> credentials) {
        Map<String, Double> sums = new HashMap<>();
        for (Credential credential : credentials) {
            Optional<Money> cost = credential.offer().cost();
            if (cost.isEmpty()) return Optional.empty();
            if (!cost.get().isFree())
                sums.merge(cost.get().currency(), cost.get().amount(), Double::sum);
        }
        if (sums.isEmpty()) return currency.map(c -> new Money(0, c));
        return sums.size() > 1
                ? Optional.empty()
                : sums.entrySet().stream()
                        .map(e -> new Money(e.getValue(), e.getKey()))
                        .findFirst();
    }

    /** Nothing if one of them does not state its hours. */
    static Optional<Double> hours(List<Credential> credentials) {
        List<Double> stated =
                credentials.stream().flatMap(c -> c.workload().hours().stream()).toList();
        return stated.size() == credentials.size()
                ? Optional.of(stated.stream().mapToDouble(Double::doubleValue).sum())
                : Optional.empty();
    }
}
