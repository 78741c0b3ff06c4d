package dev.rung.catalogue;

import dev.rung.credential.AssessmentKind;
import dev.rung.credential.Credential;
import dev.rung.person.Candidate;
import dev.rung.person.Constraints;
import dev.rung.person.EvidenceKind;
import dev.rung.person.Experience;
import dev.rung.person.HeldCredential;
import dev.rung.person.HeldSkill;
import dev.rung.person.Profile;
import dev.rung.person.Verdict;
import dev.rung.role.Job;
import dev.rung.role.Role;
import dev.rung.skill.Skill;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What can be filtered and counted by: words and numbers under field names. This class is the one place that says which fields each
 * kind has; every engine indexes exactly these.
 *
 * <table>
 * <caption>Fields</caption>
 * <tr><th>kind</th><th>words</th><th>numbers</th></tr>
 * <tr><td>skills</td><td>kind, broader, group</td><td></td></tr>
 * <tr><td>roles</td><td>group (every prefix of the ISCO code), alignment, skill</td><td></td></tr>
 * <tr><td>jobs</td><td>role, country, region, within (country, region, and {@code remote}), remote, language, organisation, sample, skill</td>
 * <td>validThrough (days since 1970-01-01)</td></tr>
 * <tr><td>credentials</td><td>issuer, assessment, assessed, mode, language, region, within (regions and their countries), formal, free,
 * recognisedBy, illustrative, requires, award, skill</td><td>hours, ects, eqf, cost.<i>CUR</i>, cost</td></tr>
 * <tr><td>candidates</td><td>fictitious, region, within (region and its country), language, mode, registry (that knows the issuer of a credential held),
 * shows (kinds of evidence for skills; {@code credential}, {@code verified})</td><td>newest, awarded (days since 1970-01-01; see {@link #evidenceOf})</td></tr>
 * </table>
 *
 * <p>Words compare letter by letter. A field without words and number is unknown ({@link Filter.Unknown}).
 */
public final class Facts {
    /** Counts up with fields that searches rely on; engines note by which they indexed. 2: the evidence of candidates. */
    public static final int VERSION = 2;

    /** The day of what has not ended: after every other. */
    public static final long NOT_ENDED = 10_000_000;

    private final SortedMap<String, TreeSet<String>> words = new TreeMap<>();
    private final SortedMap<String, Double> numbers = new TreeMap<>();

    private Facts() {}

    /** The facts of a record of any {@link Kind}. */
    public static Facts of(Object record) {
        Facts facts = new Facts();
        switch (record) {
            case Skill skill -> facts.add(skill);
            case Role role -> facts.add(role);
            case Job job -> facts.add(job);
            case Credential credential -> facts.add(credential);
            case Candidate candidate -> facts.add(candidate);
            default ->
                throw new IllegalArgumentException(
                        "no catalogue holds a " + record.getClass().getSimpleName());
        }
        return facts;
    }

    /** The words of a field, in order; empty if it has none. */
    public Collection<String> words(String field) {
        return Collections.unmodifiableCollection(words.getOrDefault(field, new TreeSet<>()));
    }

    /** The number of a field. */
    public OptionalDouble number(String field) {
        Double number = numbers.get(field);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    /** All fields that have words. */
    public Map<String, ? extends Collection<String>> words() {
        return Collections.unmodifiableSortedMap(words);
    }

    /** All fields that have a number. */
    public Map<String, Double> numbers() {
        return Collections.unmodifiableSortedMap(numbers);
    }

    private void add(Skill skill) {
        word("kind", skill.kind());
        skill.broader().forEach(b -> word("broader", b.value()));
        skill.groups().forEach(g -> word("group", g));
    }

    private void add(Role role) {
        role.group().ifPresent(code -> {
            for (int length = 1; length <= code.length(); length++) {
                word("group", code.substring(0, length));
            }
        });
        role.alignments().forEach(a -> word("alignment", a.value()));
        role.requirements().forEach(r -> word("skill", r.skill().value()));
    }

    private void add(Job job) {
        job.role().ifPresent(r -> word("role", r));
        job.organisation().ifPresent(o -> word("organisation", o));
        job.language().ifPresent(l -> word("language", l));
        job.place().country().ifPresent(c -> {
            word("country", c);
            word("within", c);
        });
        job.place().region().ifPresent(this::region);
        if (job.remote()) word("within", "remote");
        word("remote", job.remote());
        word("sample", job.sample());
        job.validThrough().ifPresent(day -> numbers.put("validThrough", (double) day.toEpochDay()));
        job.requirements().forEach(r -> word("skill", r.skill().value()));
    }

    private void add(Credential credential) {
        word("issuer", credential.issuer().id());
        credential.assessment().forEach(a -> word("assessment", a));
        if (!credential.assessment().isEmpty())
            word("assessed", !credential.assessment().contains(AssessmentKind.NONE));
        credential.offer().modes().forEach(m -> word("mode", m));
        credential.offer().languages().forEach(l -> word("language", l));
        credential.offer().regions().forEach(this::region);
        credential.offer().cost().ifPresent(cost -> {
            word("free", cost.isFree());
            numbers.put("cost", cost.amount());
            numbers.put("cost." + cost.currency(), cost.amount());
        });
        credential.entry().formal().ifPresent(f -> word("formal", f));
        credential.entry().credentials().forEach(c -> word("requires", c));
        credential.stacksInto().forEach(s -> word("award", s.award()));
        credential.recognisedBy().forEach(r -> word("recognisedBy", r));
        word("illustrative", credential.illustrative());
        credential.workload().hours().ifPresent(h -> numbers.put("hours", h));
        credential.workload().ects().ifPresent(e -> numbers.put("ects", e));
        credential.eqf().ifPresent(e -> numbers.put("eqf", (double) e));
        credential.outcomes().forEach(o -> o.skill().ifPresent(s -> word("skill", s.value())));
    }

    private void add(Candidate candidate) {
        Constraints constraints = candidate.profile().constraints();
        word("fictitious", candidate.fictitious());
        constraints.region().ifPresent(this::region);
        constraints.languages().forEach(l -> word("language", l));
        constraints.modes().forEach(m -> word("mode", m));
        evidenceOf(candidate.profile());
    }

    /**
     * What a search by proof asks first, before it reads profiles: whoever does not have these facts cannot have the evidence. {@code newest} is the last
     * day that any evidence speaks of, {@link #NOT_ENDED} for work that has not ended; {@code awarded} the day of the newest credential.
     */
    private void evidenceOf(Profile profile) {
        for (HeldSkill skill : profile.skills()) {
            EvidenceKind kind = skill.evidence().orElse(EvidenceKind.SELF);
            word("shows", kind);
            skill.lastUsed()
                    .ifPresent(month -> latest("newest", month.atEndOfMonth().toEpochDay()));
            if (kind == EvidenceKind.WORK && skill.lastUsed().isEmpty()) latest("newest", NOT_ENDED);
        }
        for (Experience work : profile.experience()) {
            word("shows", EvidenceKind.WORK);
            latest(
                    "newest",
                    work.until().map(m -> m.atEndOfMonth().toEpochDay()).orElse(NOT_ENDED));
        }
        for (HeldCredential copy : profile.credentials()) {
            word("shows", "credential");
            copy.verdict().filter(Verdict::isVerified).ifPresent(v -> word("shows", "verified"));
            copy.verdict().ifPresent(v -> v.registries().forEach(name -> word("registry", name)));
            copy.awardedOn().ifPresent(day -> {
                // Its months count whole, as those of every other evidence do.
                long last = YearMonth.from(day).atEndOfMonth().toEpochDay();
                latest("newest", last);
                latest("awarded", last);
            });
        }
    }

    private void latest(String field, long day) {
        numbers.merge(field, (double) day, Math::max);
    }

    /** A region, and that it lies within its country: {@code DE-BY} within {@code DE}. */
    private void region(String code) {
        word("region", code);
        word("within", code);
        int country = code.indexOf('-');
        if (country > 0) word("within", code.substring(0, country));
    }

    private void word(String field, Object word) {
        String text = word instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : word.toString();
        words.computeIfAbsent(field, f -> new TreeSet<>()).add(text);
    }
}
