package dev.rung.trust;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What sort of document was looked at, by the types it gives itself. */
public enum CredentialKind {
    OPEN_BADGE_3,
    OPEN_BADGE_2,
    /** A Comprehensive Learner Record 2.0: a credential that holds others. */
    CLR_2,
    ENDORSEMENT,
    STATUS_LIST,
    /** Any other W3C verifiable credential. */
    VERIFIABLE_CREDENTIAL,
    /** No credential that is known here. */
    UNKNOWN;

    /** By its {@code type}. */
    public static CredentialKind of(JsonNode document) {
        Set<String> types = new HashSet<>();
        JsonNode type = document.path("type");
        if (type.isTextual()) types.add(type.textValue());
        else type.forEach(t -> types.add(t.asText()));
        if (types.contains("ClrCredential")) return CLR_2;
        if (types.contains("OpenBadgeCredential") || types.contains("AchievementCredential")) return OPEN_BADGE_3;
        if (types.contains("EndorsementCredential")) return ENDORSEMENT;
        if (types.contains("BitstringStatusListCredential") || types.contains("StatusList2021Credential"))
            return STATUS_LIST;
        if (types.contains("VerifiableCredential")) return VERIFIABLE_CREDENTIAL;
        if (types.contains("Assertion")) return OPEN_BADGE_2;
        return UNKNOWN;
    }

    /** As it is written: {@code open-badge-3}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
