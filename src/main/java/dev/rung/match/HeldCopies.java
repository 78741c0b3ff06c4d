package dev.rung.match;

import dev.rung.badge.Achievement;
import dev.rung.badge.BadgeReader;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.credential.Issuer;
import dev.rung.extract.Mention;
import dev.rung.person.EvidenceKind;
import dev.rung.person.HeldCredential;
import dev.rung.person.Verdict;
import dev.rung.skill.Level;
import dev.rung.skill.Taxonomy;
import dev.rung.trust.CredentialDocument;
import dev.rung.trust.Unreadable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the credentials that a profile lists.
 *
 * <ul>
 *   <li>One that is named is looked up in the catalogue and brings what it teaches; one that is not there brings what its title says, as a
 *       claim.
 *   <li>A document brings what it says itself ({@link BadgeReader}), as a proof if a check has found it genuine. It counts as a credential of the
 *       catalogue only if the profile names that one beside it, or if it has the same issuer and is called the same: anybody can call a badge what
 *       they like.
 * </ul>
 */
final class HeldCopies {
    /** Titles that are less alike than this are not taken for each other. */
    static final double TITLE_FLOOR = 0.75;
    /** What is read from the mere title of an unknown credential is worth less than what the person says themselves. */
    private static final double TITLE_ALONE = 0.8;

    private final CatalogueView view;
    private final Lexicon lexicon;
    private final LocalDate asOf;
    private final Reading reading;

    HeldCopies(CatalogueView view, Lexicon lexicon, LocalDate asOf, Reading reading) {
        this.view = view;
        this.lexicon = lexicon;
        this.asOf = asOf;
        this.reading = reading;
    }

    void read(HeldCredential copy, String at) {
        if (copy.verdict().filter(Verdict::isRefuted).isPresent()) {
            reading.note(at, "a check found this credential false or withdrawn, so it does not count");
            return;
        }
        Optional<Credential> known = copy.id().flatMap(this::named);
        if (known.isPresent()) {
            teaches(known.get(), copy, at, copy.id().orElse(known.get().title()));
        } else if (copy.openBadge().isPresent()) {
            document(copy.openBadge().get(), copy, at);
        } else {
            title(copy.id().or(copy::title).orElse(""), copy, at);
        }
    }

    /** The credential of the catalogue that is called so. */
    Optional<Credential> named(String name) {
        return lexicon.credentials()
                .resolve(name)
                .filter(m -> m.confidence() >= TITLE_FLOOR)
                .flatMap(m -> view.find(Kind.CREDENTIALS, m.skill().value()));
    }

    private void teaches(Credential credential, HeldCredential copy, String at, String words) {
        reading.holds(credential.id(), copy.awardedOn());
        for (Held each : Taught.byHolding(credential, copy, asOf)) reading.add(at, words, "credential", each);
    }

    private void title(String name, HeldCredential copy, String at) {
        List<Mention> mentions = lexicon.skills().byNames().extract(name);
        reading.note(
                at,
                "this credential is not in the catalogue; "
                        + (mentions.isEmpty()
                                ? "its name says no skill, so it does not count"
                                : "what its text says counts as a claim"));
        for (Mention mention : mentions) {
            reading.add(
                    at,
                    mention,
                    new Held(
                            mention.skill(),
                            Level.INTERMEDIATE,
                            EvidenceKind.SELF,
                            "the text of a credential you name",
                            mention.confidence() * TITLE_ALONE,
                            copy.awardedOn().map(YearMonth::from),
                            Optional.empty()));
        }
    }

    private void document(Map<String, Object> json, HeldCredential copy, String at) {
        List<Achievement> achievements;
        try {
            Taxonomy taxonomy = view.taxonomy();
            achievements = new BadgeReader(taxonomy, lexicon.skills()).read(CredentialDocument.of(json));
        } catch (Unreadable e) {
            reading.note(at + "/openBadge", "this document cannot be read, so it does not count: " + e.sentence());
            return;
        }
        boolean counts = false;
        for (Achievement each : achievements) {
            Optional<Credential> same = named(each.title()).filter(c -> isBy(each, c.issuer()));
            if (same.isPresent()) {
                teaches(same.get(), dated(copy, each), at, each.title());
                counts = true;
                continue;
            }
            counts |= !each.skills().isEmpty();
            Taught taught = Taught.byAchieving(each, dated(copy, each), asOf);
            each.skills()
                    .forEach(skill ->
                            reading.add(at + "/openBadge" + each.at(), skill.said(), skill.how(), taught.held(skill)));
        }
        if (!counts) reading.note(at + "/openBadge", "this document says no skill that this catalogue knows");
    }

    private static boolean isBy(Achievement achievement, Issuer issuer) {
        Optional<String> id = achievement.issuerId();
        return id.isPresent() && (id.get().equals(issuer.id()) || id.equals(issuer.url()));
    }

    /** What the record does not say of dates the document does. */
    private static HeldCredential dated(HeldCredential copy, Achievement achievement) {
        return new HeldCredential(
                copy.id(),
                copy.openBadge(),
                copy.awardedOn().or(achievement::awardedOn),
                copy.validUntil().or(achievement::validUntil),
                // Whoever signed a transcript vouches for what is their own in it; what is within has signatures of its
                // own.
                achievement.at().isEmpty() ? copy.verdict() : Optional.empty(),
                copy.digest(),
                copy.title());
    }
}
