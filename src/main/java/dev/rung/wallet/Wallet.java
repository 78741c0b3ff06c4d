package dev.rung.wallet;

import dev.rung.badge.BadgeReader;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.person.Candidate;
import dev.rung.person.Finding;
import dev.rung.person.HeldCredential;
import dev.rung.person.Identifiers;
import dev.rung.person.Verdict;
import dev.rung.trust.CredentialDocument;
import dev.rung.trust.CredentialKind;
import dev.rung.trust.SubjectCheck;
import dev.rung.trust.TrustSettings;
import dev.rung.trust.Unreadable;
import dev.rung.trust.Verifier;
import dev.rung.trust.part.Part;
import dev.rung.wallet.SharedCatalogue.Replacement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The credentials that candidates hold.
 *
 * <pre>{@code
 * Wallet wallet = new Wallet(catalogue, () -> settings);
 * wallet.add("cand-042", Files.readAllBytes(Path.of("badge.png")));   // one copy, verified
 * wallet.add("cand-042", Files.readAllBytes(Path.of("badge.json")));  // the same badge: no second copy
 * wallet.recheck("cand-042", Optional.empty());                       // revoked since: no longer verified
 * }</pre>
 *
 * <p>Each check of the signature, dates, status and issuer is joined by one of the subject: is the badge about this person? It is kept under the
 * digest of its document. A transcript (CLR 2.0) is kept as the credentials within it, each of which has to stand for itself.
 *
 * <p>Safe for use by many threads. A person who is erased while their credentials are being checked stays erased, as long as everybody
 * else who writes candidates does it through {@link #catalogue()}.
 */
public final class Wallet {
    /** So many people are checked before what was found is written, together. */
    private static final int BATCH = 100;

    private static final Set<CredentialKind> OF_NOBODY =
            Set.of(CredentialKind.UNKNOWN, CredentialKind.STATUS_LIST, CredentialKind.ENDORSEMENT);

    private final SharedCatalogue catalogue;
    private final Supplier<TrustSettings> settings;

    /**
     * Over a catalogue.
     *
     * @param settings whom to trust; asked anew for each round of checks, so that new status lists count
     */
    public Wallet(Catalogue catalogue, Supplier<TrustSettings> settings) {
        this.catalogue = new SharedCatalogue(catalogue);
        this.settings = settings;
    }

    /** The catalogue, for everybody else who writes candidates. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * Checks a document and keeps it with the person. One that they hold already is checked again.
     *
     * @param document JSON, a token, or an image with either baked in
     * @return the copies that it made, one for a badge
     * @throws Unreadable if it is no credential
     * @throws NotTheirs if it is about somebody else
     * @throws NoSuchCandidate if there is nobody of that id
     */
    public List<Copy> add(String person, byte[] document) throws Unreadable, NotTheirs, NoSuchCandidate {
        TrustSettings now = settings.get();
        List<CredentialDocument> documents = apart(CredentialDocument.read(document, now.maxBytes()));
        Checking checking = new Checking(Verifier.of(now));
        while (true) {
            Candidate before = candidate(person);
            List<HeldCredential> all = new ArrayList<>(before.profile().credentials());
            List<Copy> copies = new ArrayList<>();
            for (CredentialDocument each : documents) {
                Verdict verdict = checking.verdict(each, identifiers(before));
                if (verdict.subject().filter(s -> s == Finding.INVALID).isPresent()) throw new NotTheirs(why(verdict));
                copies.add(put(all, each, verdict));
            }
            if (catalogue
                    .replace(List.of(new Replacement(before, before.holding(all))))
                    .isEmpty()) return copies;
        }
    }

    /**
     * Forgets a copy, and returns when nothing of it is on the disk.
     *
     * @return whether it was held
     * @throws NoSuchCandidate if there is nobody of that id
     */
    public boolean remove(String person, String digest) throws NoSuchCandidate {
        while (true) {
            Candidate before = candidate(person);
            List<HeldCredential> all = new ArrayList<>(before.profile().credentials());
            if (!all.removeIf(held -> held.digest().filter(digest::equals).isPresent())) return false;
            if (catalogue
                    .replace(List.of(new Replacement(before, before.holding(all))))
                    .isEmpty()) break;
        }
        catalogue.purge();
        return true;
    }

    /**
     * Checks again what a person holds.
     *
     * @param at as if it were that moment; empty: now
     * @return every copy that has a document or a verdict
     * @throws NoSuchCandidate if there is nobody of that id
     */
    public List<Copy> recheck(String person, Optional<Instant> at) throws NoSuchCandidate {
        Checking checking = checking(at);
        while (true) {
            Candidate before = candidate(person);
            List<Copy> copies = new ArrayList<>();
            Candidate after = checking.again(before, copies);
            if (catalogue.replace(List.of(new Replacement(before, after))).isEmpty()) return copies;
        }
    }

    /**
     * Checks again what everybody holds.
     *
     * @param at as if it were that moment; empty: now
     */
    public Tally recheckAll(Optional<Instant> at) {
        return recheckAll(at, () -> false);
    }

    /** The same, broken off between two people as soon as it is said to be enough. What was found until then is kept. */
    public Tally recheckAll(Optional<Instant> at, BooleanSupplier enough) {
        Checking checking = checking(at);
        List<String> people = new ArrayList<>();
        try (CatalogueView view = catalogue.view()) {
            view.each(Kind.CANDIDATES, candidate -> {
                if (candidate.profile().credentials().stream().anyMatch(Checking::canBeLookedAt)) {
                    people.add(candidate.id());
                }
            });
        }
        Tally tally = Tally.NONE;
        for (int from = 0; from < people.size() && !enough.getAsBoolean(); from += BATCH) {
            tally = tally.plus(batch(people.subList(from, Math.min(people.size(), from + BATCH)), checking, enough));
        }
        return tally;
    }

    /** Whoever was changed or erased meanwhile is looked at once more, as they are then. */
    private Tally batch(List<String> people, Checking checking, BooleanSupplier enough) {
        Tally tally = Tally.NONE;
        List<String> left = people;
        while (!left.isEmpty()) {
            List<Replacement> replacements = new ArrayList<>();
            List<List<Copy>> copies = new ArrayList<>();
            List<Candidate> found;
            try (CatalogueView view = catalogue.view()) {
                found = view.find(Kind.CANDIDATES, left);
            }
            for (Candidate before : found) {
                if (enough.getAsBoolean()) break;
                copies.add(new ArrayList<>());
                replacements.add(new Replacement(before, checking.again(before, copies.getLast())));
            }
            List<Replacement> stale = catalogue.replace(replacements);
            for (int i = 0; i < replacements.size(); i++) {
                if (!stale.contains(replacements.get(i))) tally = tally.plus(Tally.of(copies.get(i)));
            }
            left = stale.stream().map(r -> r.before().id()).toList();
        }
        return tally;
    }

    /**
     * What became of many.
     *
     * @param people whose credentials were looked at
     * @param checked how many copies
     * @param lost how many were verified and are no longer
     * @param won how many were not and are now
     * @param verified how many are verified now
     * @param unknown how many could not be checked fully: neither verified, nor found false, withdrawn or out of date
     */
    public record Tally(int people, int checked, int lost, int won, int verified, int unknown) {
        static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

        static Tally of(List<Copy> copies) {
            int lost = (int)
                    copies.stream().filter(c -> c.was() && !c.isVerified()).count();
            int won = (int)
                    copies.stream().filter(c -> !c.was() && c.isVerified()).count();
            int verified = (int) copies.stream().filter(Copy::isVerified).count();
            int unknown = (int) copies.stream().filter(Copy::isUnknown).count();
            return new Tally(1, copies.size(), lost, won, verified, unknown);
        }

        Tally plus(Tally other) {
            return new Tally(
                    people + other.people,
                    checked + other.checked,
                    lost + other.lost,
                    won + other.won,
                    verified + other.verified,
                    unknown + other.unknown);
        }
    }

    private Checking checking(Optional<Instant> at) {
        TrustSettings now = settings.get();
        return new Checking(Verifier.of(at.map(now::at).orElse(now)));
    }

    /** The credentials of a transcript, and itself if it tells of achievements of its own; a badge is just itself. */
    private static List<CredentialDocument> apart(CredentialDocument document) throws Unreadable {
        List<CredentialDocument> parts = new ArrayList<>();
        List<CredentialDocument.Inner> within = document.kind() == CredentialKind.CLR_2 ? document.within() : List.of();
        within.forEach(inner -> parts.add(inner.document()));
        boolean own = document.credential().at("/credentialSubject/achievement").size() > 0;
        if (within.isEmpty() || own) parts.add(document);
        parts.removeIf(part -> OF_NOBODY.contains(part.kind()));
        if (parts.isEmpty()) {
            throw new Unreadable("not_a_credential", "It is no badge or other credential of a person.");
        }
        return parts;
    }

    private static Copy put(List<HeldCredential> all, CredentialDocument document, Verdict verdict) {
        String digest = document.digest();
        for (int i = 0; i < all.size(); i++) {
            HeldCredential known = all.get(i);
            if (known.digest().filter(digest::equals).isEmpty()) continue;
            Verdict before = known.verdict().orElse(Verdict.UNCHECKED);
            all.set(i, known.judged(Recheck.of(before, verdict)));
            return new Copy(all.get(i), false, before.isVerified());
        }
        HeldCredential held = new HeldCredential(
                Optional.empty(),
                Optional.of(document.json()),
                BadgeReader.awardedOn(document.credential()),
                BadgeReader.validUntil(document.credential()),
                Optional.of(verdict),
                Optional.of(digest),
                BadgeReader.title(document));
        all.add(held);
        return new Copy(held, true, false);
    }

    private static String why(Verdict verdict) {
        return verdict.reasons().stream()
                .filter(r -> r.part().equals(Part.SUBJECT) && r.code().equals(SubjectCheck.IS_ANOTHER))
                .map(Verdict.Because::message)
                .findFirst()
                .orElse("It is about somebody else.");
    }

    static Identifiers identifiers(Candidate candidate) {
        return candidate.identifiers().orElse(Identifiers.NONE);
    }

    private Candidate candidate(String person) throws NoSuchCandidate {
        try (CatalogueView view = catalogue.view()) {
            return view.find(Kind.CANDIDATES, person).orElseThrow(() -> new NoSuchCandidate(person));
        }
    }
}
