package dev.rung.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.credential.Credential;
import dev.rung.match.CandidateAdvice.Chain;
import dev.rung.match.CandidateAdvice.Lack;
import dev.rung.person.Candidate;
import dev.rung.person.HeldCredential;
import dev.rung.person.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Search by proof: which registry, how old, and what the other side lacks. */
class ProofSearchTest {
    private static final String GENUINE = """
            "verdict":{"signature":"valid","dates":"valid","status":"valid","issuer":"%s","reasons":[{"part":"issuer","code":"%s","message":"It says so.","by":"%s"}]}""";

    private static String known(String registry) {
        return GENUINE.formatted("valid", "issuer_known", registry);
    }

    private static String withdrawn(String registry) {
        return GENUINE.formatted("invalid", "issuer_withdrawn", registry);
    }

    private static Workshop workshop() {
        Workshop workshop = new Workshop();
        workshop.put(Kind.CREDENTIALS, """
                {"id":"for-good","title":"For good","issuer":{"id":"inst","name":"Example Institute"},"outcomes":[{"skill":"weld","level":"intermediate"}],"assessment":["practical"]}
                """);
        String credential = "{\"id\":\"for-good\",";
        workshop.put(
                Kind.CANDIDATES,
                ("""
                {"id":"state","profile":{"credentials":[%1$s"awardedOn":"2026-05-10",%2$s}]}}
                {"id":"union","profile":{"credentials":[%1$s"awardedOn":"2020-05-10",%3$s}]}}
                {"id":"nobody-knows","profile":{"credentials":[%1$s"awardedOn":"2025-11-02"}]}}
                {"id":"gone","profile":{"credentials":[%1$s"awardedOn":"2026-05-10",%4$s}]}}
                {"id":"undated","profile":{"credentials":[%1$s%2$s}]}}
                {"id":"says","profile":{"skills":[{"skill":"weld"}]}}
                {"id":"said-lately","profile":{"skills":[{"skill":"weld","lastUsed":"2026-10"}]}}
                {"id":"works","profile":{"experience":[{"role":"welder","months":30}]}}
                {"id":"worked","profile":{"experience":[{"role":"welder","months":30,"until":"2021-03"}]}}
                """)
                        .formatted(
                                credential,
                                known("State colleges"),
                                known("Welders' union"),
                                withdrawn("State colleges")));
        return workshop;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                             | nobody-knows said-lately says state undated union worked works
            {"registries":["State colleges"]}                              | state undated
            {"registries":["Welders' union"]}                              | union
            {"registries":["State colleges","Welders' union"]}             | state undated union
            {"registries":["state colleges"]}                              | ''
            {"maxAgeMonths":12}                                            | nobody-knows said-lately state works
            {"maxAgeMonths":6}                                             | said-lately state works
            {"maxAgeMonths":5}                                             | said-lately works
            {"since":"2026-05-10"}                                         | said-lately state works
            {"since":"2026-05-11"}                                         | said-lately works
            {"since":"2020-05-10","maxAgeMonths":12}                       | nobody-knows said-lately state works
            {"maxAgeMonths":12,"verifiedOnly":true}                        | state
            {"since":"2020-01-01","registries":["Welders' union"]}         | union
            {"since":"2020-06-01","registries":["Welders' union"]}         | ''
            {"maxAgeMonths":12,"evidence":"work"}                          | nobody-knows state works
            """)
    void only_evidence_of_that_issuer_and_age_counts(String limits, String expected) {
        String question = limits.replaceFirst("\\{", """
                {"requirements":[{"skill":"weld"}],"asOf":"2026-11-01","limit":50,""").replace(",}", "}");

        assertThat(workshop().recommender.candidates(Workshop.read(question, CandidateRequest.class)).results().stream()
                        .map(CandidateAdvice::id)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void the_chain_goes_from_the_skill_to_the_check_and_its_date() {
        Chain chain = workshop()
                .recommender
                .candidates(Workshop.read("""
                        {"requirements":[{"skill":"weld"}],"registries":["Welders' union"],"asOf":"2026-11-01"}""", CandidateRequest.class))
                .results()
                .getFirst()
                .evidence()
                .getFirst();

        assertThat(chain.label()).isEqualTo("weld");
        assertThat(chain.credential()).contains("for-good");
        assertThat(chain.title()).contains("For good");
        assertThat(chain.issuer()).contains("Example Institute");
        assertThat(chain.assessment()).hasSize(1);
        assertThat(chain.verdict().orElseThrow().isVerified()).isTrue();
        assertThat(chain.registries()).containsExactly("Welders' union");
        assertThat(chain.awardedOn()).isPresent();
        assertThat(chain.lastUsed()).isEmpty();
    }

    /** The one with the evidence holds the skill least strongly, so that an engine proposes many others first. */
    @Test
    void one_among_many_is_found() {
        Workshop workshop = workshop();
        StringBuilder crowd = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            crowd.append("""
                    {"id":"crowd-%d","profile":{"skills":[{"skill":"weld","level":"expert","evidence":"work","lastUsed":"2026-10"}],"credentials":[{"id":"weld-exam","awardedOn":"2026-10-01"}]}}
                    """.formatted(i));
        }
        crowd.append("""
                {"id":"shown","profile":{"skills":[{"skill":"sql"}],"credentials":[{"id":"weld-shown","awardedOn":"2026-10-01"}]}}
                """);
        workshop.put(Kind.CREDENTIALS, """
                {"id":"weld-shown","title":"Shown","issuer":{"id":"inst","name":"Example Institute"},"outcomes":[{"skill":"weld","level":"foundation","confidence":0.3,"text":"x"}],"assessment":["simulation"]}
                """);
        workshop.put(Kind.CANDIDATES, crowd.toString());

        var answer = workshop.recommender.candidates(Workshop.read("""
                {"requirements":[{"skill":"weld"}],"assessment":["simulation"],"limit":5,"asOf":"2026-11-01"}""", CandidateRequest.class));

        assertThat(answer.results()).extracting(CandidateAdvice::id).containsExactly("shown");
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void a_stricter_filter_finds_a_subset_and_nobody_scores_higher(@ForAll long seed) {
        World world = new World(seed);
        String skills = """
                {"requirements":[{"skill":"s1"},{"skill":"s4","level":"advanced"},{"skill":"s7"}],"limit":200,"asOf":"2026-11-01"%s}""";
        List<List<String>> fromLoosest = List.of(
                List.of("", ",\"maxAgeMonths\":60", ",\"maxAgeMonths\":12"),
                List.of("", ",\"since\":\"2020-01-01\"", ",\"since\":\"2020-01-01\",\"verifiedOnly\":true"),
                List.of("", ",\"evidence\":\"work\"", ",\"evidence\":\"assessed\""),
                List.of("", ",\"assessment\":[\"exam\",\"project\"]", ",\"assessment\":[\"exam\"]"),
                List.of("", ",\"verifiedOnly\":true", ",\"verifiedOnly\":true,\"registries\":[\"R\"]"));

        for (List<String> chain : fromLoosest) {
            Map<String, Double> looser = null;
            for (String filter : chain) {
                Map<String, Double> found = new HashMap<>();
                for (CandidateAdvice hit : ask(world, skills.formatted(filter))) {
                    assertThat(hit.reasons().stream()
                                    .mapToDouble(Reason::contribution)
                                    .sum())
                            .isCloseTo(hit.score(), within(1e-9));
                    found.put(hit.id(), hit.score());
                }
                if (looser != null) {
                    Map<String, Double> before = looser;
                    found.forEach((id, score) ->
                            assertThat(score).as(id + filter).isLessThanOrEqualTo(before.getOrDefault(id, -1.0)));
                }
                looser = found;
            }
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void who_gains_a_proof_never_scores_lower(@ForAll long seed) {
        World world = new World(seed);
        String question = """
                {"requirements":[{"skill":"s1"},{"skill":"s4"},{"skill":"s7"},{"skill":"s9"}],"limit":200,"asOf":"2026-11-01","maxAgeMonths":60}""";
        Map<String, Double> before =
                ask(world, question).stream().collect(Collectors.toMap(CandidateAdvice::id, CandidateAdvice::score));
        Credential gained = world.any(world.all(Kind.CREDENTIALS));
        for (Candidate candidate : world.all(Kind.CANDIDATES)) {
            Profile profile = candidate.profile();
            List<HeldCredential> held = new ArrayList<>(profile.credentials());
            held.add(new HeldCredential(
                    Optional.of(gained.id()),
                    Optional.empty(),
                    Optional.of(World.DAY),
                    Optional.empty(),
                    Optional.of(ProofLawsTest.GENUINE)));
            Profile more = new Profile(
                    profile.text(),
                    profile.skills(),
                    held,
                    profile.experience(),
                    profile.target(),
                    profile.constraints());
            world.catalogue.write(
                    List.of(Change.put(Kind.CANDIDATES, new Candidate(candidate.id(), candidate.name(), true, more))));
        }
        Map<String, Double> after =
                ask(world, question).stream().collect(Collectors.toMap(CandidateAdvice::id, CandidateAdvice::score));

        before.forEach((id, score) -> assertThat(after.getOrDefault(id, 0.0)).isGreaterThanOrEqualTo(score));
    }

    @Test
    void what_the_job_lacks_for_the_person_is_said_and_not_scored() {
        Workshop workshop = new Workshop();
        workshop.put(Kind.JOBS, """
                {"id":"yard","title":"Yard","role":"welder","requirements":[{"skill":"weld"}],"place":{"country":"DE","region":"DE-BE"},"language":"de"}
                {"id":"at-home","title":"Desk","role":"welder","requirements":[{"skill":"weld"}],"remote":true}
                """);
        String skills =
                "\"skills\":[{\"skill\":\"weld\"},{\"skill\":\"sql\",\"level\":\"expert\",\"evidence\":\"work\"}]";
        workshop.put(Kind.CANDIDATES, """
                {"id":"far","profile":{%1$s,"target":{"role":"pastry-chef"},"text":"I want to learn pastry baking.","constraints":{"region":"DE-BY","languages":["en"],"maxCost":{"amount":77,"currency":"EUR"}}}}
                {"id":"near","profile":{%1$s,"constraints":{"region":"DE","languages":["de"]}}}
                """.formatted(skills));

        Map<String, CandidateAdvice> hits = new HashMap<>();
        ask(workshop, "{\"job\":\"yard\",\"asOf\":\"2026-11-01\"}").forEach(h -> hits.put(h.id(), h));

        assertThat(kinds(hits.get("far"))).containsExactly("place", "language", "target", "wish", "strength");
        assertThat(kinds(hits.get("near"))).containsExactly("strength");
        assertThat(hits.get("far").lacks().getFirst().text())
                .isEqualTo("it is in DE-BE and not remote; they look in DE-BY");
        assertThat(hits.get("far").lacks().toString()).doesNotContain("77");
        assertThat(hits.get("far").score()).isEqualTo(hits.get("near").score());
        Set<String> atHome = new HashSet<>();
        ask(workshop, "{\"job\":\"at-home\",\"asOf\":\"2026-11-01\"}").forEach(h -> atHome.addAll(kinds(h)));
        assertThat(atHome).doesNotContain("place", "language");
    }

    private static List<String> kinds(CandidateAdvice hit) {
        return hit.lacks().stream().map(Lack::kind).toList();
    }

    private static List<CandidateAdvice> ask(World world, String question) {
        return world.recommender
                .candidates(Workshop.read(question, CandidateRequest.class))
                .results();
    }

    private static List<CandidateAdvice> ask(Workshop workshop, String question) {
        return workshop.recommender
                .candidates(Workshop.read(question, CandidateRequest.class))
                .results();
    }
}
