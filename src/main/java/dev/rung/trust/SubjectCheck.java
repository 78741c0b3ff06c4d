package dev.rung.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.person.Identifiers;
import dev.rung.trust.part.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a credential is about the person who hands it in.
 *
 * <ul>
 *   <li>It is if its subject is one of the person's DIDs, or one of their e-mail addresses, as it is or hashed: {@code sha256$…} or
 *       {@code md5$…} over address and salt (Open Badges 3.0, IdentityObject and IdentityHash; Open Badges 2.0, IdentityObject).
 *   <li>It is somebody else's if it names a DID or an address, we know such of the person, and none is theirs.
 *   <li>Otherwise nobody can tell, and the part is unknown with the code {@value #NOT_SHOWN}.
 * </ul>
 *
 * <p>Addresses are compared as they are and in lower case, since issuers hash either. That the document itself is genuine is for the other
 * parts to say.
 */
public final class SubjectCheck {
    /** It is about this person. */
    public static final String IS_HOLDER = "subject_is_candidate";
    /** It is about somebody else. */
    public static final String IS_ANOTHER = "subject_is_another";
    /** Nothing shows whom it is about. */
    public static final String NOT_SHOWN = "subject_not_shown";

    private static final Map<String, String> HASHES = Map.of("sha256", "SHA-256", "md5", "MD5");
    private static final int MAX_IDENTITIES = 50;
    private static final String MAILTO = "mailto:";

    /** Identities of one kind that the document names, and whether any is the person's. */
    private static final class Named {
        private boolean any;
        private boolean theirs;

        private void add(boolean isTheirs) {
            any = true;
            theirs |= isTheirs;
        }
    }

    private final Identifiers person;
    private final Named dids = new Named();
    private final Named emails = new Named();

    private SubjectCheck(Identifiers person) {
        this.person = person;
    }

    /** Compares the subjects of a document with a person. */
    public static Part check(CredentialDocument document, Identifiers person) {
        SubjectCheck check = new SubjectCheck(person);
        ObjectNode credential = document.credential();
        for (JsonNode subject : each(credential.path("credentialSubject"))) check.subject(subject);
        for (JsonNode recipient : each(credential.path("recipient"))) check.recipient(recipient);
        document.claims().ifPresent(claims -> check.id(claims.path("sub").asText()));
        return check.told();
    }

    private void subject(JsonNode subject) {
        id(subject.path("id").asText());
        int seen = 0;
        for (JsonNode identity : each(subject.path("identifier"))) {
            if (++seen > MAX_IDENTITIES) return;
            if (!identity.path("identityType").asText().equals("emailAddress")) continue;
            String value = identity.path("identityHash").asText();
            boolean hashed = identity.path("hashed").asBoolean(value.contains("$"));
            email(value, hashed, identity.path("salt").asText());
        }
    }

    /** Open Badges 2.0. */
    private void recipient(JsonNode recipient) {
        if (!recipient.path("type").asText().equals("email")) return;
        boolean hashed = recipient.path("hashed").asBoolean();
        email(
                recipient.path("identity").asText(),
                hashed,
                recipient.path("salt").asText());
    }

    private void id(String id) {
        if (id.startsWith("did:")) {
            dids.add(person.dids().contains(id.replaceFirst("[#?].*", "")));
        } else if (id.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
            email(id.substring(MAILTO.length()), false, "");
        }
    }

    private void email(String value, boolean hashed, String salt) {
        if (value.isBlank()) return;
        if (!hashed) {
            emails.add(person.emails().stream().anyMatch(known -> known.equalsIgnoreCase(value.strip())));
            return;
        }
        int dollar = value.indexOf('$');
        String algorithm =
                HASHES.get(dollar < 0 ? "" : value.substring(0, dollar).toLowerCase(Locale.ROOT));
        if (algorithm == null) return; // a kind of hash that is not the standard's says nothing
        String wanted = value.substring(dollar + 1).toLowerCase(Locale.ROOT);
        emails.add(forms(person.emails()).stream()
                .anyMatch(known -> hash(algorithm, known + salt).equals(wanted)));
    }

    private static Set<String> forms(List<String> emails) {
        Set<String> forms = new TreeSet<>(emails);
        emails.forEach(email -> forms.add(email.toLowerCase(Locale.ROOT)));
        return forms;
    }

    private Part told() {
        if (dids.theirs) return Part.valid(Part.SUBJECT, IS_HOLDER, "Its subject is a DID of this person.");
        if (emails.theirs) {
            return Part.valid(Part.SUBJECT, IS_HOLDER, "It names an e-mail address of this person.");
        }
        List<String> others = new ArrayList<>();
        if (dids.any && !person.dids().isEmpty()) others.add("DID");
        if (emails.any && !person.emails().isEmpty()) others.add("e-mail address");
        if (!others.isEmpty()) {
            return Part.invalid(
                    Part.SUBJECT,
                    IS_ANOTHER,
                    "It is about somebody else: the " + String.join(" and the ", others)
                            + " that it names is none of this person's.");
        }
        return Part.unknown(
                Part.SUBJECT,
                NOT_SHOWN,
                dids.any || emails.any
                        ? "It names a subject that nothing known of this person can be compared with."
                        : "It names no DID and no e-mail address, so nothing shows whom it is about.");
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    private static Iterable<JsonNode> each(JsonNode node) {
        return node.isArray() ? node : node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
    }
}
