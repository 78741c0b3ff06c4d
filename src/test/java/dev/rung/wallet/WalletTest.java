package dev.rung.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rung.catalogue.BruteForceCatalogue;
import dev.rung.catalogue.Catalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.match.Recommender;
import dev.rung.person.Candidate;
import dev.rung.person.Finding;
import dev.rung.person.HeldCredential;
import dev.rung.person.Identifiers;
import dev.rung.person.Profile;
import dev.rung.person.Verdict;
import dev.rung.trust.TestIssuer;
import dev.rung.trust.TrustSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What candidates hold, checked again while other things happen to them. */
class WalletTest {
    private static final TrustSettings SETTINGS = TrustSettings.OFFLINE.withTimeLimit(Duration.ofMinutes(1));

    private final LexicalEncoder encoder = new LexicalEncoder();
    private final Catalogue catalogue = new BruteForceCatalogue(encoder, Recommender.candidateReader(encoder));
    private final TestIssuer college;

    WalletTest() throws Exception {
        college = TestIssuer.ed25519();
        put(person("ada", List.of()));
    }

    private static Candidate person(String id, List<HeldCredential> held) {
        return new Candidate(
                id,
                Optional.of(id),
                true,
                Profile.EMPTY.holding(held),
                Optional.of(new Identifiers(List.of("did:example:learner"), List.of())));
    }

    private void put(Candidate person) {
        catalogue.write(List.of(Change.put(Kind.CANDIDATES, person)));
    }

    private Optional<Candidate> find(String id) {
        try (CatalogueView view = catalogue.view()) {
            return view.find(Kind.CANDIDATES, id);
        }
    }

    private Verdict verdict(String id) {
        return find(id).orElseThrow()
                .profile()
                .credentials()
                .getFirst()
                .verdict()
                .orElseThrow();
    }

    /** Issued by somebody whose keys stand in a document on the web. */
    private byte[] ofTheWeb() throws Exception {
        String did = "did:web:college.example";
        ObjectNode badge = TestIssuer.tree(college.badge().toString().replace(college.did(), did));
        return college.signed(badge);
    }

    @Test
    void whoIsErasedWhileTheirBadgeIsCheckedStaysErased() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        Wallet[] wallet = new Wallet[1];
        TrustSettings settings = SETTINGS.withFetch(address -> {
            fetched.incrementAndGet();
            wallet[0].catalogue().write(List.of(Change.remove(Kind.CANDIDATES, "ada")));
            return Optional.empty();
        });
        wallet[0] = new Wallet(catalogue, () -> settings);

        assertThatThrownBy(() -> wallet[0].add("ada", ofTheWeb())).isInstanceOf(NoSuchCandidate.class);

        assertThat(fetched).hasPositiveValue();
        assertThat(find("ada")).isEmpty();
    }

    @Test
    void whoIsErasedDuringARoundStaysErasedAndTheRoundGoesOn() throws Exception {
        Wallet quiet = new Wallet(catalogue, () -> SETTINGS);
        put(person("ben", List.of()));
        quiet.add("ada", ofTheWeb());
        quiet.add("ben", ofTheWeb());
        Wallet[] wallet = new Wallet[1];
        TrustSettings settings = SETTINGS.withFetch(address -> {
            wallet[0].catalogue().write(List.of(Change.remove(Kind.CANDIDATES, "ada")));
            return Optional.empty();
        });
        wallet[0] = new Wallet(catalogue, () -> settings);

        Wallet.Tally tally = wallet[0].recheckAll(Optional.empty());

        assertThat(tally.people()).isEqualTo(1);
        assertThat(find("ada")).isEmpty();
        assertThat(find("ben")).isPresent();
    }

    @Test
    void whatSomebodyElseWritesMeanwhileIsKept() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        Wallet[] wallet = new Wallet[1];
        TrustSettings settings = SETTINGS.withFetch(address -> {
            if (fetched.incrementAndGet() == 1) {
                wallet[0]
                        .catalogue()
                        .write(List.of(Change.put(
                                Kind.CANDIDATES, person("ada", List.of(HeldCredential.claimed("first-aid"))))));
            }
            return Optional.empty();
        });
        wallet[0] = new Wallet(catalogue, () -> settings);

        wallet[0].add("ada", ofTheWeb());

        assertThat(find("ada").orElseThrow().profile().credentials()).hasSize(2);
    }

    @Test
    void aRoundCountsWhatWasLostAndWon() throws Exception {
        Wallet wallet = new Wallet(catalogue, () -> SETTINGS);
        wallet.add("ada", college.signed(college.badge()));

        assertThat(wallet.recheckAll(Optional.empty())).isEqualTo(new Wallet.Tally(1, 1, 0, 0, 1, 0));
        assertThat(wallet.recheckAll(Optional.of(Instant.parse("2040-01-01T00:00:00Z"))))
                .isEqualTo(new Wallet.Tally(1, 1, 1, 0, 0, 0));
        assertThat(verdict("ada").dates()).isEqualTo(Finding.INVALID);
        assertThat(wallet.recheckAll(Optional.empty())).isEqualTo(new Wallet.Tally(1, 1, 0, 1, 1, 0));
    }

    @Test
    void whatCannotBeToldAnyMoreSaysWhenItLastCould() throws Exception {
        Instant then = Instant.parse("2026-03-01T00:00:00Z");
        byte[] key = TestIssuer.tree("""
                {"id": "did:web:college.example", "assertionMethod": ["%s"]}""".formatted(college.keyName()))
                .toString()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        TrustSettings knowing = SETTINGS.withDocument(key);
        new Wallet(catalogue, () -> knowing.at(then)).add("ada", ofTheWeb());
        assertThat(verdict("ada").isVerified()).as(verdict("ada").toString()).isTrue();

        Wallet ignorant = new Wallet(catalogue, () -> SETTINGS);
        for (int i = 0; i < 2; i++) {
            ignorant.recheck("ada", Optional.empty());
            assertThat(verdict("ada").signature()).isEqualTo(Finding.UNKNOWN);
            assertThat(verdict("ada").isVerified()).isFalse();
            assertThat(verdict("ada").lastVerifiedAt()).contains(then);
            assertThat(verdict("ada").reasons())
                    .filteredOn(r -> r.code().equals("not_rechecked"))
                    .singleElement()
                    .satisfies(r -> assertThat(r.message()).endsWith("valid on 2026-03-01."));
        }

        new Wallet(catalogue, () -> knowing).recheck("ada", Optional.empty());
        assertThat(verdict("ada").isVerified()).isTrue();
        assertThat(verdict("ada").lastVerifiedAt()).isEmpty();
    }
}
