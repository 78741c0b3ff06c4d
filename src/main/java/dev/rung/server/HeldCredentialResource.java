package dev.rung.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rung.badge.Achievement;
import dev.rung.badge.BadgeReader;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.match.Recommender;
import dev.rung.person.HeldCredential;
import dev.rung.person.Verdict;
import dev.rung.server.Problem.Sort;
import dev.rung.trust.CredentialDocument;
import dev.rung.trust.CredentialKind;
import dev.rung.trust.Unreadable;
import dev.rung.wallet.Copy;
import dev.rung.wallet.NoSuchCandidate;
import dev.rung.wallet.NotTheirs;
import dev.rung.wallet.Wallet;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The credentials that a candidate holds: handed in, taken out, checked again. */
final class HeldCredentialResource {
    private final Wallet wallet;
    private final Catalogue catalogue;
    private final Recommender recommender;

    HeldCredentialResource(Wallet wallet, Catalogue catalogue, Recommender recommender) {
        this.wallet = wallet;
        this.catalogue = catalogue;
        this.recommender = recommender;
    }

    /**
     * What a candidate holds now.
     *
     * @param candidate their id
     * @param held what came of the document that was handed in
     */
    record Taken(String candidate, List<Kept> held) {}

    /**
     * What was found when everything was checked again.
     *
     * @param candidate their id
     * @param checked how many credentials were looked at
     * @param changed how many of these count as verified now and did not, or the other way round
     * @param held what was found; empty for a key that may write but not read about people
     */
    record Rechecked(
            String candidate,
            int checked,
            int changed,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Kept> held) {}

    /**
     * One credential that is held.
     *
     * @param digest of its document, by which it can be taken out again
     * @param id of the credential in the catalogue, if the record names one
     * @param title what it is called
     * @param kind what it is
     * @param isNew whether it was not held before
     * @param was whether it counted as verified before
     * @param verified whether it counts as verified now
     * @param verdict what the check found
     * @param understood what it says its holder can do
     */
    record Kept(
            Optional<String> digest,
            Optional<String> id,
            Optional<String> title,
            CredentialKind kind,
            boolean isNew,
            boolean was,
            boolean verified,
            Optional<LocalDate> awardedOn,
            Optional<LocalDate> validUntil,
            Optional<Verdict> verdict,
            List<Achievement> understood) {}

    void add(Context ctx) {
        Query.of(ctx, List.of());
        String person = ctx.pathParam("id");
        List<Copy> copies;
        try {
            copies = wallet.add(person, Body.bytes(ctx));
        } catch (NoSuchCandidate e) {
            throw new Refusal(Sort.NOT_FOUND, "There is no candidate with this id.");
        } catch (Unreadable e) {
            throw Refusal.at(
                    Sort.INVALID_VALUE, "", "cannot be taken (" + e.code() + "): " + withoutStop(e.sentence()));
        } catch (NotTheirs e) {
            throw new Refusal(Sort.CONFLICT, e.sentence());
        }
        ctx.status(copies.stream().anyMatch(Copy::isNew) ? 201 : 200);
        try (CatalogueView view = catalogue.view()) {
            BadgeReader reader = new BadgeReader(view.taxonomy(), recommender.extractor(view));
            Reply.json(
                    ctx,
                    new Taken(
                            person,
                            copies.stream().map(copy -> kept(copy, reader)).toList()));
        }
    }

    void remove(Context ctx) {
        Query.of(ctx, List.of());
        boolean held;
        try {
            held = wallet.remove(ctx.pathParam("id"), ctx.pathParam("digest"));
        } catch (NoSuchCandidate e) {
            throw new Refusal(Sort.NOT_FOUND, "There is no candidate with this id.");
        }
        if (!held) throw new Refusal(Sort.NOT_FOUND, "The candidate holds no credential with this digest.");
        ctx.status(204);
    }

    void recheck(Context ctx) {
        Optional<Instant> at = VerifyResource.at(Query.of(ctx, List.of("at")));
        String person = ctx.pathParam("id");
        try {
            List<Copy> copies = wallet.recheck(person, at);
            int changed = (int) copies.stream().filter(Copy::isChanged).count();
            boolean reader = Door.may(ctx, Scope.RECRUIT) || Door.may(ctx, Scope.ADMIN);
            List<Kept> held =
                    reader ? copies.stream().map(copy -> kept(copy, List.of())).toList() : List.of();
            Reply.json(ctx, new Rechecked(person, copies.size(), changed, held));
        } catch (NoSuchCandidate e) {
            throw new Refusal(Sort.NOT_FOUND, "There is no candidate with this id.");
        }
    }

    private static Kept kept(Copy copy, BadgeReader reader) {
        return kept(copy, reader.read(copy.held()));
    }

    private static Kept kept(Copy copy, List<Achievement> understood) {
        HeldCredential held = copy.held();
        return new Kept(
                held.digest(),
                held.id(),
                held.title(),
                CredentialDocument.of(held).map(CredentialDocument::kind).orElse(CredentialKind.UNKNOWN),
                copy.isNew(),
                copy.was(),
                copy.isVerified(),
                held.awardedOn(),
                held.validUntil(),
                held.verdict(),
                understood);
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
