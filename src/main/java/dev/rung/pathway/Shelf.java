package dev.rung.pathway;

import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Need;
import dev.rung.credential.Credential;
import dev.rung.credential.Money;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What planning needs of a catalogue whoever asks: which credentials and roles there are. Read once and kept for as long as those do not change, since reading some thousand
 * records takes longer than planning with them. Immutable.
 */
final class Shelf {
    /** Up to so many credentials are all looked at; of more, those that teach most of what is wanted. */
    static final int LOOKED_AT = 4_000;

    private final String generation;
    private final long credentialsVersion;
    private final long rolesVersion;
    private final List<String> credentials;
    private final List<Asking> roles;
    private final Optional<String> usualCurrency;

    private Shelf(CatalogueView view) {
        generation = view.generation().id();
        credentialsVersion = view.version(Kind.CREDENTIALS);
        rolesVersion = view.version(Kind.ROLES);
        List<String> ids = new ArrayList<>();
        Map<String, Integer> currencies = new TreeMap<>();
        if (view.count(Kind.CREDENTIALS, Filter.NONE) <= LOOKED_AT) {
            view.each(Kind.CREDENTIALS, (Credential c) -> {
                ids.add(c.id());
                c.offer()
                        .cost()
                        .filter(cost -> !cost.isFree())
                        .map(Money::currency)
                        .ifPresent(currency -> currencies.merge(currency, 1, Integer::sum));
            });
        }
        credentials = List.copyOf(ids);
        usualCurrency = currencies.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
        List<Asking> all = new ArrayList<>();
        view.each(Kind.ROLES, (Role r) -> all.add(Asking.of(r)));
        roles = List.copyOf(all);
    }

    /** The shelf of a view: the one before if nothing has changed. */
    static Shelf of(CatalogueView view, Optional<Shelf> before) {
        return before.filter(s -> s.generation.equals(view.generation().id())
                        && s.credentialsVersion == view.version(Kind.CREDENTIALS)
                        && s.rolesVersion == view.version(Kind.ROLES))
                .orElseGet(() -> new Shelf(view));
    }

    /** A role and the needs that decide whether it is within reach. */
    record Asking(String id, String title, List<Need> essentials) {
        static Asking of(Role role) {
            return new Asking(role.id(), role.title(), Shelf.essentials(role.requirements()));
        }
    }

    /** What a list of requirements asks without fail, each need once, in order; all it asks if nothing is essential. */
    static List<Need> essentials(List<Requirement> requirements) {
        boolean any = requirements.stream().anyMatch(Requirement::isEssential);
        return requirements.stream()
                .filter(r -> !any || r.isEssential())
                .map(Need::of)
                .distinct()
                .sorted()
                .toList();
    }

    /** Ids of all credentials, in order; none if there are more than {@value #LOOKED_AT}. */
    List<String> credentials() {
        return credentials;
    }

    List<Asking> roles() {
        return roles;
    }

    /** The currency that most credentials are priced in; of equal ones the first by code. */
    Optional<String> usualCurrency() {
        return usualCurrency;
    }

    /** Ids, each once, in the order first met. */
    static List<String> together(List<String> some, Set<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
