package dev.rung.person;

import dev.rung.skill.Check;
import dev.rung.skill.InvalidField;
import java.util.List;
import java.util.regex.Pattern;

/**
 * By what a badge can say that it is about this person. Kept to tell whose a badge is, exported and erased with the person, and used for nothing
 * else: never shown to recruiters, never searched by, never scored.
 *
 * @param dids decentralised identifiers of theirs, such as {@code did:key:z6Mk…}
 * @param emails their addresses; badges carry them hashed
 */
public record Identifiers(List<String> dids, List<String> emails) {
    /** Most of either kind. */
    public static final int MAX = 50;

    private static final Pattern DID = Pattern.compile("did:[a-z0-9]+:[^#?]+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    /** Nothing known: whether a badge is theirs cannot be told. */
    public static final Identifiers NONE = new Identifiers(List.of(), List.of());

    public Identifiers {
        dids = checked("dids", dids, DID, "must be a DID such as did:key:z6Mk…, without a fragment");
        emails = checked("emails", emails, EMAIL, "must be an e-mail address");
    }

    private static List<String> checked(String field, List<String> values, Pattern form, String message) {
        List<String> list = Check.distinct(field, values, v -> v);
        if (list.size() > MAX) throw new InvalidField(field, "must not have more than " + MAX + " entries");
        for (int i = 0; i < list.size(); i++) {
            Check.id(field + "/" + i, list.get(i));
            if (!form.matcher(list.get(i)).matches()) throw new InvalidField(field + "/" + i, message);
        }
        return list;
    }
}
