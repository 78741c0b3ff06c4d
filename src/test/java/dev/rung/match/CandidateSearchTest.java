package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.StarterForTests;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.credential.Outcome;
import dev.rung.match.CandidateAdvice.Chain;
import dev.rung.person.Candidate;
import dev.rung.person.EvidenceKind;
import dev.rung.person.HeldCredential;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is found, and by what evidence. */
class CandidateSearchTest {
    private static final LocalDate DAY = Workshop.DAY;
    /** Only the very skill that is asked for counts, so that records can be read by hand. */
    private static final String EXACT =
            "\"weights\":{\"similarity\":{\"narrower\":0,\"broader\":0,\"related\":0,\"vector\":0}}";

    private final Map<String, Credential> credentials = StarterForTests.all(Kind.CREDENTIALS).stream()
            .collect(Collectors.toMap(Credential::id, Function.identity()));

    @Test
    void verified_only_finds_exactly_those_with_a_verified_credential_for_the_skill() {
        Map<String, Set<String>> proven = new TreeMap<>();
        for (Candidate candidate : StarterForTests.all(Kind.CANDIDATES)) {
            for (HeldCredential copy : candidate.profile().credentials()) {
                if (!isVerified(copy)) continue;
                for (Outcome outcome : credential(copy).outcomes()) {
                    outcome.skill().ifPresent(s -> proven.computeIfAbsent(s.value(), k -> new TreeSet<>())
                            .add(candidate.id()));
                }
            }
        }

        assertThat(proven).hasSizeGreaterThan(50);
        Map<String, Set<String>> found = new TreeMap<>();
        for (String skill : proven.keySet()) {
            List<CandidateAdvice> answer = verified(skill);
            found.put(skill, answer.stream().map(CandidateAdvice::id).collect(Collectors.toCollection(TreeSet::new)));
            assertThat(answer).allSatisfy(a -> assertThat(a.evidence())
                    .allMatch(chain -> chain.verdict().orElseThrow().isVerified()));
        }
        assertThat(found).isEqualTo(proven);
    }

    @Test
    void verified_only_finds_nobody_by_a_skill_that_no_verified_credential_proves() {
        Set<String> proven = new TreeSet<>();
        Set<String> claimed = new TreeSet<>();
        for (Candidate candidate : StarterForTests.all(Kind.CANDIDATES)) {
            for (HeldCredential copy : candidate.profile().credentials()) {
                Set<String> skills = isVerified(copy) ? proven : claimed;
                credential(copy).outcomes().forEach(o -> o.skill().ifPresent(s -> skills.add(s.value())));
            }
        }
        claimed.removeAll(proven);

        assertThat(claimed).hasSizeGreaterThan(10);
        assertThat(claimed).allSatisfy(skill -> assertThat(verified(skill)).isEmpty());
    }

    @Test
    void every_answer_has_its_chain_from_skill_to_proof() {
        List<CandidateAdvice> answer = StarterForTests.recommender()
                .candidates(Workshop.read("""
                        {"requirements":[{"skill":"data-analysis"},{"skill":"spreadsheets"}],"limit":50,"asOf":"2026-11-01"}""", CandidateRequest.class))
                .results();

        assertThat(answer).isNotEmpty();
        List<Chain> withCredential = new ArrayList<>();
        for (CandidateAdvice each : answer) {
            assertThat(each.evidence()).hasSameSizeAs(each.reasons());
            for (int i = 0; i < each.evidence().size(); i++) {
                Chain chain = each.evidence().get(i);
                assertThat(each.reasons().get(i).heldBy()).contains(chain.skill());
                assertThat(each.reasons().get(i).evidence()).contains(chain.kind());
                if (chain.credential().isPresent()) withCredential.add(chain);
            }
        }
        assertThat(withCredential)
                .isNotEmpty()
                .allMatch(c -> c.issuer().isPresent()
                        && credentials.containsKey(c.credential().orElseThrow()));
    }

    /** Five people weld: by an attended and an examined credential, both verified, by an unchecked one, by work, and by an expired one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                | examined attended unchecked worker expired
            {"verifiedOnly":true}                             | examined attended
            {"evidence":"attended"}                           | examined attended unchecked
            {"evidence":"assessed"}                           | examined unchecked
            {"evidence":"work"}                               | examined attended unchecked worker
            {"assessment":["exam"]}                           | examined unchecked expired
            {"assessment":["project"]}                        | ''
            {"verifiedOnly":true,"evidence":"assessed"}       | examined
            {"region":"DE-BY"}                                | examined
            {"region":"DE"}                                   | examined attended
            {"region":"FR"}                                   | ''
            {"limit":2}                                       | examined attended
            """)
    void only_the_evidence_that_the_recruiter_lets_count_counts(String limits, String expected) {
        Workshop workshop = new Workshop();
        workshop.put(Kind.CANDIDATES, """
                {"id":"worker","fictitious":true,"profile":{"skills":[{"skill":"weld","evidence":"work"}]}}
                {"id":"attended","fictitious":true,"profile":{"constraints":{"region":"DE-BE"},"credentials":[{"id":"weld-talk","verdict":{"signature":"valid","dates":"valid","status":"valid","issuer":"unknown"}}]}}
                {"id":"examined","fictitious":true,"profile":{"constraints":{"region":"DE-BY"},"credentials":[{"id":"weld-exam","verdict":{"signature":"valid","dates":"valid","status":"valid","issuer":"unknown"}}]}}
                {"id":"unchecked","fictitious":true,"profile":{"credentials":[{"id":"weld-exam","verdict":{"signature":"unknown","dates":"valid","status":"valid","issuer":"valid"}}]}}
                {"id":"expired","fictitious":true,"profile":{"credentials":[{"id":"weld-exam","validUntil":"2026-10-31","verdict":{"signature":"valid","dates":"valid","status":"valid","issuer":"valid"}}]}}
                {"id":"refuted","fictitious":true,"profile":{"credentials":[{"id":"weld-exam","verdict":{"signature":"invalid","dates":"valid","status":"valid","issuer":"valid"}}]}}
                {"id":"baker","fictitious":true,"profile":{"skills":[{"skill":"bake","evidence":"work"}]}}
                """);
        String question = limits.replaceFirst("\\{", """
                {"requirements":[{"skill":"weld"}],"asOf":"2026-11-01",""").replace(",}", "}");

        assertThat(workshop.recommender.candidates(Workshop.read(question, CandidateRequest.class)).results().stream()
                        .map(CandidateAdvice::id)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void an_expired_credential_is_shown_as_out_of_date_though_it_was_valid_when_checked() {
        Workshop workshop = new Workshop();
        workshop.put(Kind.CANDIDATES, """
                {"id":"expired","fictitious":true,"profile":{"credentials":[{"id":"weld-exam","validUntil":"2026-10-31","verdict":{"signature":"valid","dates":"valid","status":"valid","issuer":"valid"}}]}}
                """);

        Chain chain = workshop.recommender
                .candidates(Workshop.read("""
                        {"requirements":[{"skill":"weld"}],"asOf":"2026-11-01"}""", CandidateRequest.class))
                .results()
                .getFirst()
                .evidence()
                .getFirst();

        assertThat(chain.kind()).isEqualTo(EvidenceKind.SELF);
        assertThat(chain.verdict().orElseThrow().isOutOfDate()).isTrue();
    }

    private List<CandidateAdvice> verified(String skill) {
        return StarterForTests.recommender()
                .candidates(Workshop.read(
                        "{\"requirements\":[{\"skill\":\"" + skill
                                + "\"}],\"verifiedOnly\":true,\"limit\":200,\"asOf\":\"" + DAY + "\"," + EXACT + "}",
                        CandidateRequest.class))
                .results();
    }

    private Credential credential(HeldCredential copy) {
        String id = copy.id().orElseThrow();
        assertThat(credentials).containsKey(id);
        return credentials.get(id);
    }

    /** The rule in words: signature and dates hold, nothing was found against it, and it is still in date. */
    private boolean isVerified(HeldCredential copy) {
        if (copy.verdict().isEmpty() || !copy.verdict().get().isVerified()) return false;
        if (copy.validUntil().isPresent()) return !copy.validUntil().get().isBefore(DAY);
        return copy.awardedOn().isEmpty()
                || credential(copy).validMonths().isEmpty()
                || !copy.awardedOn()
                        .get()
                        .plusMonths(credential(copy).validMonths().get())
                        .isBefore(DAY);
    }
}
