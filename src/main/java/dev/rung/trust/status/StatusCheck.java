package dev.rung.trust.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.person.Verdict;
import dev.rung.trust.part.Deadline;
import dev.rung.trust.part.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the status lists that a credential names say about it.
 *
 * <p>A bit that is set for revocation or suspension makes the status invalid. One that is set for refresh or a message is told, but takes
 * nothing back. A list counts only if it was signed, is in date, and is meant for that purpose.
 */
public final class StatusCheck {
    /** Most entries in one credential. */
    private static final int MAX_ENTRIES = 16;

    private static final int MAX_STATUS_BITS = 32;
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,15}");

    private final StatusLists lists;
    private final ListReader reader;

    public StatusCheck(StatusLists lists, ListReader reader) {
        this.lists = lists;
        this.reader = reader;
    }

    /** How a list is read and its own signature and dates checked: as those of any credential. */
    @FunctionalInterface
    public interface ListReader {
        SignedList read(byte[] bytes);
    }

    /**
     * A status list credential that has been checked.
     *
     * @param credential the list; empty if the bytes are none
     * @param signature whether it is its issuer's
     * @param dates whether it is in date
     */
    public record SignedList(Optional<ObjectNode> credential, Part signature, Part dates) {}

    /** Checks the status of a credential. */
    public Part check(ObjectNode credential, Deadline deadline) {
        JsonNode status = credential.path("credentialStatus");
        if (status.isMissingNode() || status.isNull() || (status.isArray() && status.isEmpty())) {
            return unknown(
                    Verdict.NO_STATUS,
                    "Its issuer publishes no status for it, so nobody can tell whether it was taken back.");
        }
        List<JsonNode> entries = new ArrayList<>();
        if (status.isArray()) status.forEach(entries::add);
        else entries.add(status);
        if (entries.size() > MAX_ENTRIES)
            return unknown("too_complex", "It names more than " + MAX_ENTRIES + " statuses.");
        return entries.stream()
                .map(entry -> told(entry, credential, deadline))
                .reduce(Part::both)
                .orElseThrow();
    }

    private Part told(JsonNode entry, ObjectNode credential, Deadline deadline) {
        if (deadline.isOver()) return unknown("out_of_time", "There was no time left for its status.");
        try {
            return entry(entry, credential);
        } catch (StatusProblem e) {
            return unknown(e.code(), e.sentence());
        }
    }

    private Part entry(JsonNode entry, ObjectNode credential) throws StatusProblem {
        if (!entry.isObject()) throw malformed("its credentialStatus is no object");
        List<String> types = texts(entry.path("type"));
        if (types.contains("BitstringStatusListEntry")) {
            return bit(entry, credential, "BitstringStatusListCredential", "BitstringStatusList");
        }
        if (types.contains("StatusList2021Entry")) {
            return bit(entry, credential, "StatusList2021Credential", "StatusList2021");
        }
        if (types.contains("1EdTechRevocationList")) return revocationList(entry, credential);
        return unknown(
                "status_type_unsupported", "Statuses of type " + String.join(", ", types) + " cannot be checked here.");
    }

    private Part bit(JsonNode entry, ObjectNode credential, String credentialType, String listType)
            throws StatusProblem {
        String purpose = entry.path("statusPurpose").asText();
        long index = index(entry.path("statusListIndex"));
        int size = entry.path("statusSize").asInt(1);
        if (size < 1 || size > MAX_STATUS_BITS)
            throw malformed("its statusSize is not between 1 and " + MAX_STATUS_BITS);
        StatusLists.Found source = source(entry.path("statusListCredential"));
        ObjectNode list = list(source.bytes(), credentialType);
        JsonNode content = list.path("credentialSubject");
        if (!texts(content.path("type")).contains(listType)) throw malformed("the list is not a " + listType);
        if (!texts(content.path("statusPurpose")).contains(purpose)) {
            throw new StatusProblem(
                    "status_verification_error",
                    "The status list is for " + String.join(", ", texts(content.path("statusPurpose"))) + ", not for "
                            + purpose + ".");
        }
        Bitstring bits = Bitstring.unpack(content.path("encodedList").asText());
        Part part = meaning(purpose, bits.at(index, size), entry);
        if (bits.isShort()) {
            part = part.and("status_list_short", "The status list has fewer places than the standard's 131,072.");
        }
        return byName(byAnother(part, issuer(list), issuer(credential)), source);
    }

    /**
     * Tells where somebody else keeps the list. The standard allows that, and whoever relies on it may want to know whom they rely on.
     */
    private static Part byAnother(Part part, String listIssuer, String credentialIssuer) {
        return listIssuer.equals(credentialIssuer)
                ? part
                : part.and(
                        "status_list_by_another",
                        "The status list is " + listIssuer + "'s, not that of the issuer " + credentialIssuer
                                + ", who names it in the credential.");
    }

    /** Tells where only a file's name says that this is the list the credential means. */
    private static Part byName(Part part, StatusLists.Found source) {
        return source.byName()
                ? part.and(
                        "status_list_by_name",
                        "The supplied list gives itself another address; its file's name was gone by.")
                : part;
    }

    private static Part meaning(String purpose, long value, JsonNode entry) {
        boolean set = value != 0;
        return switch (purpose) {
            case "revocation" ->
                set
                        ? invalid("revoked", "Its issuer has revoked it.")
                        : valid("not_revoked", "Its issuer has not revoked it.");
            case "suspension" ->
                set
                        ? invalid("suspended", "Its issuer has suspended it.")
                        : valid("not_suspended", "Its issuer has not suspended it.");
            case "refresh" ->
                set
                        ? valid("refresh_available", "Its issuer offers a newer copy of it.")
                        : valid("no_refresh", "Its issuer offers no newer copy of it.");
            case "message" -> valid("status_message", "Its issuer says: " + message(value, entry) + ".");
            default ->
                unknown(
                        "status_purpose_unsupported",
                        "What the status purpose " + purpose + " means is not known here.");
        };
    }

    private static String message(long value, JsonNode entry) {
        String code = "0x" + Long.toHexString(value);
        for (JsonNode message : entry.path("statusMessage")) {
            if (message.path("status").asText().toLowerCase(Locale.ROOT).equals(code)) {
                return message.path("message").asText(code);
            }
        }
        return code;
    }

    /** A list by address, or embedded in the entry and so under the credential's own signature; a list needs a signature of its own too. */
    private StatusLists.Found source(JsonNode source) throws StatusProblem {
        return source.isObject() ? new StatusLists.Found(Json.write(source), false) : at(source.asText());
    }

    private StatusLists.Found at(String address) throws StatusProblem {
        return lists.at(address)
                .orElseThrow(() -> new StatusProblem(
                        "status_retrieval_error",
                        "The status list " + address + " is not at hand; supply it, or allow fetching."));
    }

    private ObjectNode list(byte[] bytes, String type) throws StatusProblem {
        SignedList list = reader.read(bytes);
        ObjectNode credential = list.credential().orElseThrow(() -> malformed("the list is no credential"));
        if (!texts(credential.path("type")).contains(type)) throw malformed("the list is not a " + type);
        if (!list.signature().isValid()) {
            throw new StatusProblem(
                    "status_verification_error",
                    "The status list itself is not shown to be genuine: "
                            + list.signature().reasons().get(0).message());
        }
        if (!list.dates().isValid()) {
            throw new StatusProblem(
                    "status_list_out_of_date",
                    "The status list itself is not in date: "
                            + list.dates().reasons().get(0).message());
        }
        return credential;
    }

    /**
     * 1EdTech's plain list of revoked ids. It carries no signature: whoever supplies it, or its https address, vouches for it.
     */
    private Part revocationList(JsonNode entry, ObjectNode credential) throws StatusProblem {
        StatusLists.Found source = at(entry.path("id").asText());
        String id = credential.path("id").asText();
        if (id.isEmpty()) throw malformed("a credential without an id cannot be found in a revocation list");
        ObjectNode list = RevocationList.read(source.bytes());
        String listIssuer = issuer(list);
        if (!listIssuer.isEmpty() && !listIssuer.equals(issuer(credential))) {
            throw new StatusProblem(
                    "status_verification_error", "The revocation list is " + listIssuer + "'s, not the issuer's.");
        }
        Part part = RevocationList.reason(list, id)
                .map(why -> invalid("revoked", "Its issuer has revoked it" + (why.isBlank() ? "." : ": " + why)))
                .orElseGet(() -> valid("not_revoked", "Its issuer has not revoked it."));
        return byName(part, source);
    }

    /** Who issued a credential or a list; blank if it does not say. */
    private static String issuer(ObjectNode credential) {
        JsonNode issuer = credential.path("issuer");
        return issuer.isObject() ? issuer.path("id").asText() : issuer.asText();
    }

    private static long index(JsonNode index) throws StatusProblem {
        String text = index.asText();
        if (!INDEX.matcher(text).matches()) throw malformed("its statusListIndex is no whole number");
        return Long.parseLong(text);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) texts.add(node.textValue());
        else node.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static StatusProblem malformed(String what) {
        return new StatusProblem("status_list_malformed", "The status cannot be read: " + what + ".");
    }

    private static Part valid(String code, String sentence) {
        return Part.valid(Part.STATUS, code, sentence);
    }

    private static Part invalid(String code, String sentence) {
        return Part.invalid(Part.STATUS, code, sentence);
    }

    private static Part unknown(String code, String sentence) {
        return Part.unknown(Part.STATUS, code, sentence);
    }
}
