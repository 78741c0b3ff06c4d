package dev.rung.match;

import dev.rung.catalogue.BruteForceCatalogue;
import dev.rung.catalogue.CatalogueView;
import dev.rung.catalogue.Change;
import dev.rung.catalogue.Kind;
import dev.rung.catalogue.Samples;
import dev.rung.catalogue.lucene.LuceneCatalogue;
import dev.rung.credential.Credential;
import dev.rung.credential.EntryConditions;
import dev.rung.credential.Mode;
import dev.rung.credential.Money;
import dev.rung.credential.Offer;
import dev.rung.credential.StackRule;
import dev.rung.encoder.LexicalEncoder;
import dev.rung.encoder.SkillEncoder;
import dev.rung.person.Candidate;
import dev.rung.person.Constraints;
import dev.rung.person.EvidenceKind;
import dev.rung.person.Experience;
import dev.rung.person.Finding;
import dev.rung.person.HeldCredential;
import dev.rung.person.HeldSkill;
import dev.rung.person.Profile;
import dev.rung.person.Target;
import dev.rung.person.Verdict;
import dev.rung.role.Job;
import dev.rung.skill.Level;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.SkillKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** A catalogue made by chance, in the exact engine, and people made by chance who ask it. The same seed makes the same world. */
final class World {
    static final SkillEncoder ENCODER = new LexicalEncoder();
    /** The day of every question, so that no answer depends on the day of the test. */
    static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private static final List<String> LABELS = List.of(
            "weld steel",
            "weld steels",
            "bake bread",
            "query databases",
            "database queries",
            "give injections",
            "drive lorries",
            "lead a team",
            "speak French",
            "forecast demand",
            "prune vines",
            "draw blueprints");

    final BruteForceCatalogue catalogue = new BruteForceCatalogue(ENCODER, Recommender.candidateReader(ENCODER));
    final Recommender recommender = new Recommender(catalogue, ENCODER);
    private final Random random;

    World(long seed) {
        random = new Random(seed);
        for (int i = 0; i < LABELS.size(); i++) catalogue.write(List.of(Change.put(Kind.SKILLS, skill(i))));
        List<Change> people = new ArrayList<>();
        for (Change change : new Samples(seed).changes(180)) {
            if (!(change instanceof Change.Put<?> put) || put.kind().equals(Kind.SKILLS)) continue;
            switch (put.record()) {
                case Credential credential ->
                    catalogue.write(List.of(Change.put(Kind.CREDENTIALS, furnished(credential))));
                case Candidate candidate -> people.add(Change.put(Kind.CANDIDATES, candidate));
                default -> catalogue.write(List.of(put));
            }
        }
        // People come last, so that what they hold is there when they are read.
        for (Change person : people) {
            String id = ((Change.Put<?>) person).id();
            catalogue.write(List.of(
                    Change.put(Kind.CANDIDATES, new Candidate(id, Optional.empty(), true, profile(List.of())))));
        }
    }

    /** The same world with every job open to all: remote, and in no particular language. */
    World withJobsAnywhere() {
        for (Job job : all(Kind.JOBS)) {
            catalogue.write(List.of(Change.put(
                    Kind.JOBS,
                    new Job(
                            job.id(),
                            job.title(),
                            job.role(),
                            job.organisation(),
                            job.description(),
                            job.requirements(),
                            job.place(),
                            true,
                            Optional.empty(),
                            job.validThrough(),
                            job.sample()))));
        }
        return this;
    }

    /** The same records in the fast engine. */
    LuceneCatalogue inLucene(Path folder) {
        LuceneCatalogue copy = LuceneCatalogue.open(folder, ENCODER, Recommender.candidateReader(ENCODER));
        List<Change> changes = new ArrayList<>();
        Kind.ALL.forEach(kind -> changes.addAll(puts(kind)));
        copy.write(changes);
        return copy;
    }

    private <T> List<Change> puts(Kind<T> kind) {
        return all(kind).stream().map(record -> Change.put(kind, record)).toList();
    }

    /** The same person with a genuine copy of a credential, earned today. */
    static Profile holding(Profile profile, String credential) {
        List<HeldCredential> credentials = new ArrayList<>(profile.credentials());
        credentials.add(new HeldCredential(
                Optional.of(credential),
                Optional.empty(),
                Optional.of(DAY),
                Optional.empty(),
                Optional.of(ProofLawsTest.GENUINE)));
        return new Profile(
                profile.text(),
                profile.skills(),
                credentials,
                profile.experience(),
                profile.target(),
                profile.constraints());
    }

    /** Somebody, without limits. */
    Profile profile() {
        return profile(List.of(
                "I want to learn to prune vines.", "I forecast demand and speak French.", "Ich kann Brot backen."));
    }

    private Profile profile(List<String> texts) {
        return new Profile(
                texts.isEmpty() ? Optional.empty() : maybe(() -> any(texts)),
                some(5, this::heldSkill),
                some(3, this::heldCredential),
                some(2, () -> new Experience("roles-" + random.nextInt(40), random.nextInt(150), maybe(this::month))),
                maybe(() -> Target.role("roles-" + random.nextInt(40))),
                Constraints.NONE);
    }

    /** Limits, about half of all possible ones. */
    Constraints constraints() {
        return new Constraints(
                maybe(() -> 1.0 + random.nextInt(20)),
                maybe(() -> 20.0 * random.nextInt(10)),
                maybe(() -> new Money(50.0 * random.nextInt(4), any(List.of("EUR", "USD")))),
                some(2, () -> any(List.of(Mode.values()))).stream().distinct().toList(),
                some(2, () -> any(List.of("en", "de"))).stream().distinct().toList(),
                maybe(() -> any(List.of("DE-A", "CH-B", "DE"))),
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                random.nextInt(4) == 0 ? Optional.of(any(List.of("Example Hotels", "Nobody"))) : Optional.empty(),
                random.nextBoolean());
    }

    RecommendationRequest ask(Profile profile) {
        return RecommendationRequest.about(profile)
                .limit(RecommendationRequest.MAX_LIMIT)
                .asOf(DAY);
    }

    <T> List<T> all(Kind<T> kind) {
        List<T> records = new ArrayList<>();
        try (CatalogueView view = catalogue.view()) {
            view.each(kind, records::add);
        }
        return records;
    }

    /** A random element. */
    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    HeldSkill heldSkill() {
        return new HeldSkill(
                "s" + random.nextInt(LABELS.size()),
                maybe(() -> any(List.of(Level.values()))),
                maybe(() -> any(List.of(EvidenceKind.values()))),
                maybe(this::month));
    }

    HeldCredential heldCredential() {
        return new HeldCredential(
                Optional.of("credentials-" + random.nextInt(40)),
                Optional.empty(),
                maybe(() -> DAY.minusMonths(random.nextInt(90))),
                maybe(() -> DAY.plusMonths(random.nextInt(90) - 30)),
                maybe(() -> new Verdict(finding(), finding(), finding(), finding(), Optional.empty(), List.of())));
    }

    private Finding finding() {
        return any(List.of(Finding.VALID, Finding.VALID, Finding.VALID, Finding.UNKNOWN, Finding.INVALID));
    }

    private YearMonth month() {
        return YearMonth.from(DAY).minusMonths(random.nextInt(150));
    }

    private Skill skill(int i) {
        List<SkillId> broader = i > 0 ? some(1, () -> id(random.nextInt(i))) : List.of();
        List<SkillId> related = i > 0 ? some(1, () -> id(random.nextInt(i))) : List.of();
        return new Skill(
                id(i),
                LABELS.get(i),
                List.of(),
                SkillKind.SKILL,
                Optional.empty(),
                broader,
                related,
                List.of(),
                List.of());
    }

    private static SkillId id(int i) {
        return new SkillId("s" + i);
    }

    /** What Samples leave out: language, region, entry conditions, recognition, stacks. */
    private Credential furnished(Credential plain) {
        Offer offer = new Offer(
                plain.offer().cost(),
                plain.offer().modes(),
                some(2, () -> any(List.of("en", "de", "fr"))).stream()
                        .distinct()
                        .toList(),
                some(1, () -> any(List.of("DE", "DE-A", "CH-B"))));
        EntryConditions entry = new EntryConditions(
                maybe(random::nextBoolean),
                random.nextInt(4) == 0 ? others(plain.id()) : List.of(),
                List.of(),
                Optional.empty());
        return new Credential(
                plain.id(),
                plain.title(),
                plain.description(),
                plain.issuer(),
                plain.illustrative(),
                plain.outcomes(),
                plain.assessment(),
                plain.eqf(),
                plain.nqf(),
                plain.workload(),
                offer,
                entry,
                maybe(() -> 12 + random.nextInt(60)),
                others(plain.id()).stream()
                        .map(o -> new StackRule(o, "module 1 of 3", Optional.empty(), List.of()))
                        .toList(),
                some(1, () -> any(List.of("Example Hotels", "Example Clinics"))),
                plain.outcomeStatistics(),
                plain.alignments());
    }

    private List<String> others(String id) {
        return some(1, () -> "credentials-" + random.nextInt(40)).stream()
                .filter(other -> !other.equals(id))
                .toList();
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(int most, Supplier<T> value) {
        List<T> values = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) values.add(value.get());
        return values;
    }
}
