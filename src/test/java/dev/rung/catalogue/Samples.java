package dev.rung.catalogue;

import dev.rung.catalogue.CandidateReader.Strength;
import dev.rung.credential.AssessmentKind;
import dev.rung.credential.Credential;
import dev.rung.credential.EntryConditions;
import dev.rung.credential.Issuer;
import dev.rung.credential.Mode;
import dev.rung.credential.Money;
import dev.rung.credential.Offer;
import dev.rung.credential.Outcome;
import dev.rung.credential.Workload;
import dev.rung.person.Candidate;
import dev.rung.person.EvidenceKind;
import dev.rung.person.HeldSkill;
import dev.rung.person.Profile;
import dev.rung.role.Importance;
import dev.rung.role.Job;
import dev.rung.role.Place;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Level;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.SkillKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Records to write and questions to ask: a few made by hand, and any number made by chance. */
public final class Samples {
    /** Takes every skill named in a profile as held, at half strength, and fully proven if it was assessed. */
    public static final CandidateReader READER = (candidate, view) -> {
        Map<SkillId, Strength> held = new LinkedHashMap<>();
        for (HeldSkill skill : candidate.profile().skills()) {
            boolean assessed = skill.evidence().equals(Optional.of(EvidenceKind.ASSESSED));
            held.put(new SkillId(skill.skill()), new Strength(assessed ? 1 : 0.5, assessed ? 1 : 0));
        }
        return held;
    };

    private static final List<String> WORDS =
            List.of("baking", "welding", "nursing", "data", "C++", "law", "bread", "IT", "Zürich", "night");
    private static final int SKILLS = 12;

    private final Random random;

    public Samples(long seed) {
        random = new Random(seed);
    }

    public static Skill skill(String id, String label, String... altLabels) {
        return new Skill(
                new SkillId(id),
                label,
                List.of(altLabels),
                SkillKind.SKILL,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    public static Role role(String id, String title, Requirement... requirements) {
        return new Role(id, title, List.of(), Optional.empty(), Optional.empty(), List.of(), List.of(requirements));
    }

    public static Job job(String id, String title, Requirement... requirements) {
        return new Job(
                id,
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(requirements),
                Place.UNKNOWN,
                false,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    public static Credential credential(String id, String title, String... skills) {
        List<Outcome> outcomes = new ArrayList<>();
        for (String skill : skills) {
            outcomes.add(
                    new Outcome(Optional.of(new SkillId(skill)), Optional.empty(), Optional.empty(), Optional.empty()));
        }
        return new Credential(
                id,
                title,
                Optional.empty(),
                new Issuer("issuer", "Example Institute", Optional.empty()),
                false,
                outcomes,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Workload.UNKNOWN,
                Offer.UNKNOWN,
                EntryConditions.UNKNOWN,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    public static Candidate candidate(String id, HeldSkill... skills) {
        Profile profile = new Profile(
                Optional.empty(), List.of(skills), List.of(), List.of(), Optional.empty(), Profile.EMPTY.constraints());
        return new Candidate(id, Optional.empty(), true, profile);
    }

    public static HeldSkill held(String skill, EvidenceKind evidence) {
        return new HeldSkill(skill, Optional.empty(), Optional.of(evidence), Optional.empty());
    }

    public static Requirement essential(String skill) {
        return new Requirement(new SkillId(skill), Importance.ESSENTIAL, Level.FOUNDATION, 1);
    }

    public static Requirement optional(String skill) {
        return new Requirement(new SkillId(skill), Importance.OPTIONAL, Level.FOUNDATION, 0.5);
    }

    public static Need need(String skill) {
        return new Need(new SkillId(skill), Level.FOUNDATION);
    }

    /** Adds, replacements and removals of few records, so that they meet. */
    public List<Change> changes(int count) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Kind<?> kind = any(Kind.ALL);
            if (chance(0.15)) {
                changes.add(Change.remove(kind, kind.plural() + "-" + random.nextInt(40)));
            } else {
                changes.add(put(kind));
            }
        }
        return changes;
    }

    private Change put(Kind<?> kind) {
        String id = kind.plural() + "-" + random.nextInt(40);
        if (kind.equals(Kind.SKILLS)) return Change.put(Kind.SKILLS, skill(id, text(), text()));
        if (kind.equals(Kind.ROLES)) {
            return Change.put(Kind.ROLES, role(id, text(), requirements().toArray(new Requirement[0])));
        }
        if (kind.equals(Kind.JOBS)) return Change.put(Kind.JOBS, randomJob(id));
        if (kind.equals(Kind.CREDENTIALS)) return Change.put(Kind.CREDENTIALS, randomCredential(id));
        return Change.put(Kind.CANDIDATES, randomCandidate(id));
    }

    private Job randomJob(String id) {
        Optional<String> country = maybe("DE", "CH", "US");
        return new Job(
                id,
                text(),
                maybe("roles-1", "roles-2"),
                maybe("Example Bakery", "Example Clinic", ""),
                Optional.of(text()),
                requirements(),
                new Place(country, country.flatMap(c -> maybe(c + "-A", c + "-B")), Optional.empty()),
                chance(0.3),
                maybe("en", "de"),
                chance(0.5) ? Optional.of(LocalDate.of(2026, 1 + random.nextInt(12), 1)) : Optional.empty(),
                chance(0.2));
    }

    private Credential randomCredential(String id) {
        Credential plain = credential(
                id, text(), randomSkills().stream().map(SkillId::value).toArray(String[]::new));
        return new Credential(
                plain.id(),
                plain.title(),
                plain.description(),
                plain.issuer(),
                chance(0.5),
                plain.outcomes(),
                chance(0.5) ? List.of(any(List.of(AssessmentKind.values()))) : List.of(),
                chance(0.5) ? Optional.of(1 + random.nextInt(8)) : Optional.empty(),
                Optional.empty(),
                new Workload(
                        chance(0.7) ? Optional.of(10.0 * random.nextInt(20)) : Optional.empty(),
                        Optional.empty(),
                        List.of()),
                new Offer(
                        chance(0.7)
                                ? Optional.of(new Money(50.0 * random.nextInt(5), any(List.of("EUR", "USD"))))
                                : Optional.empty(),
                        chance(0.5) ? List.of(any(List.of(Mode.values()))) : List.of(),
                        List.of(),
                        List.of()),
                plain.entry(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private Candidate randomCandidate(String id) {
        return candidate(
                id,
                randomSkills().stream()
                        .map(s -> held(s.value(), any(List.of(EvidenceKind.values()))))
                        .toArray(HeldSkill[]::new));
    }

    private List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        for (SkillId skill : randomSkills()) {
            requirements.add(new Requirement(
                    skill,
                    any(List.of(Importance.values())),
                    any(List.of(Level.FOUNDATION, Level.EXPERT)),
                    (1 + random.nextInt(10)) / 10.0));
        }
        return requirements;
    }

    private Set<SkillId> randomSkills() {
        Set<SkillId> skills = new HashSet<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            skills.add(randomSkill());
        }
        return skills;
    }

    private SkillId randomSkill() {
        return new SkillId("s" + random.nextInt(SKILLS));
    }

    public Set<Need> needs(int most) {
        Set<Need> needs = new HashSet<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            needs.add(new Need(randomSkill(), any(List.of(Level.FOUNDATION, Level.EXPERT))));
        }
        return needs;
    }

    public Map<Need, Double> answers() {
        Map<Need, Double> answers = new HashMap<>();
        needs(12).forEach(n -> answers.put(n, (1 + random.nextInt(20)) / 20.0));
        return answers;
    }

    public List<Map<SkillId, Double>> wishes() {
        List<Map<SkillId, Double>> wishes = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            Map<SkillId, Double> wish = new HashMap<>();
            randomSkills().forEach(s -> wish.put(s, (1 + random.nextInt(20)) / 10.0));
            wishes.add(wish);
        }
        return wishes;
    }

    public double threshold() {
        return (1 + random.nextInt(10)) / 10.0;
    }

    /** Any filter, about fields that exist, that do not, and that other kinds have. */
    public Filter filter(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 4)) {
            case 0 -> Filter.NONE;
            case 1 -> Filter.in(field(), any(List.of("DE", "US", "en", "true", "false", "s1", "online", "DE-A", "")));
            case 2 -> between();
            case 3 -> new Filter.Unknown(field());
            case 4 -> filter(depth - 1).and(filter(depth - 1));
            case 5 -> Filter.any(filter(depth - 1), filter(depth - 1));
            default -> chance(0.2) ? Filter.any() : Filter.in(field(), "DE", "CH", "s2", "s3", "true", "remote");
        };
    }

    private Filter between() {
        String number = any(List.of("hours", "eqf", "cost", "cost.EUR", "validThrough", "nothing"));
        return switch (random.nextInt(4)) {
            case 0 -> Filter.atMost(number, random.nextInt(200));
            case 1 -> Filter.atLeast(number, random.nextInt(200));
            case 2 -> Filter.atMost(number, -0.0);
            default -> new Filter.Between(number, random.nextInt(100), random.nextInt(300));
        };
    }

    private String field() {
        return any(List.of(
                "country",
                "within",
                "remote",
                "language",
                "sample",
                "skill",
                "mode",
                "free",
                "eqf",
                "hours",
                "role",
                "validThrough",
                "organisation",
                "fictitious",
                "kind",
                "nothing"));
    }

    private String text() {
        return any(WORDS) + " " + any(WORDS) + " " + any(WORDS);
    }

    private boolean chance(double p) {
        return random.nextDouble() < p;
    }

    private Optional<String> maybe(String... values) {
        return chance(0.3) ? Optional.empty() : Optional.of(any(List.of(values)));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
