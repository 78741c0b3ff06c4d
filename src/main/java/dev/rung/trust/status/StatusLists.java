package dev.rung.trust.status;

import dev.rung.trust.fetch.Fetch;
import java.util.List;
import java.util.Optional;

/**
 * Where status lists come from: those that the operator supplied, then, only if fetching is on, the network.
 *
 * <p>Thread-safe.
 */
public final class StatusLists {
    private final List<Supplied> supplied;
    private final Fetch fetch;

    public StatusLists(List<Supplied> supplied, Fetch fetch) {
        this.supplied = List.copyOf(supplied);
        this.fetch = fetch;
    }

    /** The list at an address, unread. */
    Optional<Found> at(String address) {
        for (Supplied list : supplied) if (list.ids.contains(address)) return Optional.of(new Found(list.bytes, false));
        String last = address.substring(address.lastIndexOf('/') + 1);
        List<Supplied> named =
                supplied.stream().filter(list -> list.fileName.equals(last)).toList();
        if (named.size() == 1 && !last.isEmpty()) return Optional.of(new Found(named.get(0).bytes, true));
        return fetch.get(address).map(bytes -> new Found(bytes, false));
    }

    /**
     * A list that was found.
     *
     * @param bytes the list
     * @param byName whether only its file's name speaks for it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(byte[] bytes, boolean byName) {}

    /**
     * A list that the operator supplied. It stands for the addresses it gives itself, else for any address that ends with the name of its
     * file, if no other supplied list has that name: lists are often published elsewhere than where they say.
     *
     * @param ids the addresses it gives itself
     * @param fileName the last part of its file's path
     * @param bytes the list
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Supplied(List<String> ids, String fileName, byte[] bytes) {
        public Supplied {
            ids = List.copyOf(ids);
        }
    }
}
