package dev.rung.trust;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.json.Json;
import dev.rung.person.Finding;
import dev.rung.person.Verdict;
import dev.rung.person.Verdict.Because;
import dev.rung.trust.key.ControllerDocument;
import dev.rung.trust.key.Keyring;
import dev.rung.trust.key.UnusableKey;
import dev.rung.trust.part.Deadline;
import dev.rung.trust.part.Part;
import dev.rung.trust.proof.EmbeddedProofs;
import dev.rung.trust.registry.IssuerRegistry;
import dev.rung.trust.status.StatusCheck;
import dev.rung.trust.status.StatusLists;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a credential can be believed.
 *
 * <pre>{@code
 * Verifier verifier = Verifier.of(TrustSettings.OFFLINE);
 * verifier.verify(Files.readAllBytes(Path.of("badge.json"))).verdict();
 * // signature VALID, dates VALID, status UNKNOWN (no_status), issuer UNKNOWN (no_registry)
 * }</pre>
 *
 * <p>Takes Open Badges 3.0, CLR 2.0 and other verifiable credentials (1.1 and 2.0) with embedded proofs or as tokens, and Open Badges 2.0.
 * What could not be checked is unknown, never valid and never invalid. No document makes it throw, and none keeps it longer than the
 * settings' time limit, but for what it waits for servers where fetching is on.
 *
 * <p>Whose signature counts: a key counts if the document of whoever controls it lists it for assertions. If the issuer is a DID, or its
 * document is at hand, the issuer must be that controller or name the key as its own; otherwise the signature is valid, since it matches,
 * but it carries the reason {@link Verdict#SIGNER_NOT_TIED}, the issuer stays unknown and the credential does not count as verified.
 *
 * <p>Thread-safe. Nothing is fetched unless the settings say so.
 */
public final class Verifier {
    /** Deepest that credentials may hold credentials. */
    private static final int MAX_DEPTH = 3;

    private static final System.Logger LOG = System.getLogger(Verifier.class.getName());

    /** Most documents that are fetched for one credential and all that it holds. */
    private static final int MAX_FETCHES = 8;

    private final TrustSettings settings;

    private Verifier(TrustSettings settings) {
        this.settings = settings;
    }

    public static Verifier of(TrustSettings settings) {
        return new Verifier(settings);
    }

    /**
     * Does everything once that the first check would otherwise have to do within its time, above all read the JSON-LD contexts. Takes a second or
     * two.
     */
    public static void warmUp() {
        try (InputStream badge = Verifier.class.getResourceAsStream("warm-up.json")) {
            if (badge == null) throw new FileNotFoundException("warm-up.json is missing from this build");
            of(TrustSettings.OFFLINE.withTimeLimit(Duration.ofMinutes(1))).verify(badge.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What time it is by the settings. */
    public Instant now() {
        return settings.clock().instant();
    }

    /** Checks one document. */
    public Verification verify(byte[] document) {
        Instant at = now();
        try {
            return new Run(at, Deadline.in(settings.timeLimit()))
                    .verify(Presented.read(document, settings.maxBytes()), 0);
        } catch (Unreadable e) {
            return unreadable(at, e.code(), e.sentence());
        } catch (RuntimeException | StackOverflowError e) {
            // The border: a document from a stranger must never take the caller down. It is a fault of ours all the
            // same.
            LOG.log(System.Logger.Level.WARNING, "a document could not be checked", e);
            return unreadable(at, "could_not_check", "Something in it could not be checked.");
        }
    }

    private static Verification unreadable(Instant at, String code, String sentence) {
        Verdict verdict = new Verdict(
                Finding.UNKNOWN,
                Finding.UNKNOWN,
                Finding.UNKNOWN,
                Finding.UNKNOWN,
                Optional.of(at),
                List.of(Part.unknown(Part.SIGNATURE, code, sentence).reasons().get(0)));
        return new Verification(
                CredentialKind.UNKNOWN, verdict, Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    /** One check of one document and all that it holds. */
    private final class Run {
        private final Instant at;
        private final Deadline deadline;
        private final Keyring keyring;
        private int seen;
        private int fetched;

        private Run(Instant at, Deadline deadline) {
            this.at = at;
            this.deadline = deadline;
            this.keyring = new Keyring(settings.documents(), this::fetch);
        }

        /** A few documents only: a credential with a hundred issuers must not make us visit a hundred servers. */
        private Optional<byte[]> fetch(String address) {
            return deadline.isOver() || ++fetched > MAX_FETCHES
                    ? Optional.empty()
                    : settings.fetch().get(address);
        }

        private Verification verify(Presented document, int depth) {
            CredentialKind kind = CredentialKind.of(document.credential());
            Optional<String> named =
                    kind == CredentialKind.OPEN_BADGE_2 ? OpenBadge2.issuer(document) : document.issuer();
            Part signature = kind == CredentialKind.OPEN_BADGE_2
                    ? OpenBadge2.signature(document, settings.documents())
                    : signature(document);
            Part dates = Dates.check(document, at);
            Part status =
                    kind == CredentialKind.OPEN_BADGE_2 ? OpenBadge2.status(document) : status(document.credential());
            Part issuer = issuer(named, signature, kind);
            List<Because> reasons = new ArrayList<>();
            for (Part part : List.of(signature, dates, status, issuer)) reasons.addAll(part.reasons());
            Verdict verdict = new Verdict(
                    signature.finding(), dates.finding(), status.finding(), issuer.finding(), Optional.of(at), reasons);
            return new Verification(
                    kind,
                    verdict,
                    named,
                    named.map(this::knownTo).orElse(List.of()),
                    Optional.of(Json.mapper()
                            .convertValue(document.credential(), new TypeReference<Map<String, Object>>() {})),
                    within(document.credential(), depth));
        }

        private Part signature(Presented document) {
            Set<String> signers = new HashSet<>();
            Part part;
            if (document.token().isPresent()) {
                part = document.token().get().check(keyring, at, signers);
            } else {
                EmbeddedProofs proofs = new EmbeddedProofs(document.credential(), keyring, at, deadline);
                part = proofs.check();
                signers.addAll(proofs.signers());
            }
            return part.isValid() ? tied(part, signers, document.issuer()) : part;
        }

        private Part tied(Part signature, Set<String> signers, Optional<String> issuer) {
            if (issuer.isEmpty()) {
                return signature.and(
                        Verdict.SIGNER_NOT_TIED, "It names no issuer, so the signer speaks for nobody else.");
            }
            String id = issuer.get();
            if (signers.stream().anyMatch(key -> Keyring.owner(key).equals(id))) return signature;
            Optional<ControllerDocument> document;
            try {
                document = keyring.document(id);
            } catch (UnusableKey e) {
                return Part.invalid(Part.SIGNATURE, e.code(), e.sentence());
            }
            if (document.isPresent()) {
                return signers.stream().anyMatch(document.get()::lists)
                        ? signature
                        : Part.invalid(
                                Part.SIGNATURE,
                                "key_not_issuers",
                                "The document of the issuer " + id + " does not list the key that signed.");
            }
            if (id.startsWith("did:")) {
                return Part.unknown(
                        Part.SIGNATURE,
                        "issuer_document_missing",
                        "The proof matches, but no document of the issuer " + id
                                + " is at hand that says whether the key is the issuer's; supply it, or allow fetching.");
            }
            return signature.and(
                    Verdict.SIGNER_NOT_TIED,
                    "Nothing at hand shows that the key which signed belongs to the issuer " + id + ".");
        }

        private Part status(ObjectNode credential) {
            return new StatusCheck(new StatusLists(settings.statusLists(), this::fetch), this::list)
                    .check(credential, deadline);
        }

        /** A status list is a credential like any other; its own status is not asked after. */
        private StatusCheck.SignedList list(byte[] bytes) {
            try {
                Presented list = Presented.read(bytes, settings.maxBytes());
                return new StatusCheck.SignedList(
                        Optional.of(list.credential()), signature(list), Dates.check(list, at));
            } catch (Unreadable e) {
                Part unreadable = Part.unknown(Part.SIGNATURE, e.code(), e.sentence());
                return new StatusCheck.SignedList(Optional.empty(), unreadable, unreadable);
            }
        }

        private Part issuer(Optional<String> issuer, Part signature, CredentialKind kind) {
            if (issuer.isEmpty()) {
                return kind == CredentialKind.OPEN_BADGE_2 || kind == CredentialKind.UNKNOWN
                        ? Part.unknown(Part.ISSUER, "issuer_missing", "It does not say here who issued it.")
                        : Part.invalid(
                                Part.ISSUER,
                                "issuer_missing",
                                "It does not say who issued it, which a credential must.");
            }
            Part known = IssuerRegistry.ask(settings.registries(), issuer.get(), at);
            boolean untied = signature.reasons().stream().anyMatch(r -> r.code().equals(Verdict.SIGNER_NOT_TIED));
            return known.isValid() && untied
                    ? Part.unknown(
                            Part.ISSUER,
                            "issuer_not_shown",
                            "A registry knows the issuer that it names, but nothing shows that this issuer signed it.")
                    : known;
        }

        private List<String> knownTo(String issuer) {
            return settings.registries().stream()
                    .filter(registry -> registry.issuers().containsKey(issuer))
                    .map(IssuerRegistry::name)
                    .toList();
        }

        private List<Verification.Within> within(ObjectNode credential, int depth) {
            List<Verification.Within> checked = new ArrayList<>();
            for (HeldInside.Found found : HeldInside.of(credential)) {
                checked.add(new Verification.Within(found.pointer(), inner(found, depth + 1)));
            }
            return checked;
        }

        private Verification inner(HeldInside.Found found, int depth) {
            if (depth > MAX_DEPTH || ++seen > HeldInside.MAX || deadline.isOver()) {
                return unreadable(at, "too_complex", "It holds more credentials than are looked at.");
            }
            try {
                return verify(found.read(), depth);
            } catch (Unreadable e) {
                return unreadable(at, e.code(), e.sentence());
            }
        }
    }
}
