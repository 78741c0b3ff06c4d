package dev.rung.catalogue;

import dev.rung.catalogue.CandidateReader.Strength;
import dev.rung.credential.Credential;
import dev.rung.encoder.SkillEncoder;
import dev.rung.person.Candidate;
import dev.rung.role.Job;
import dev.rung.role.Requirement;
import dev.rung.role.Role;
import dev.rung.skill.Skill;
import dev.rung.skill.SkillId;
import dev.rung.skill.Taxonomy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A catalogue in plain maps that answers everything by looking at every record: slow, exact, and short enough to be believed. What
 * the fast ones answer is compared with it.
 */
public final class BruteForceCatalogue implements Catalogue {
    static final Comparator<String> BY_CODE_POINT =
            Comparator.comparing(s -> s.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final SkillEncoder encoder;
    private final CandidateReader candidates;
    private final Optional<ErasureLog> erasures;
    /** Encoding is most of the work otherwise. */
    private final Map<String, float[]> encoded = new ConcurrentHashMap<>();

    private State live;
    private BruteRebuild rebuilding;
    private int generations;

    /** One process's alone. */
    public BruteForceCatalogue(SkillEncoder encoder, CandidateReader candidates) {
        this(encoder, candidates, Optional.empty());
    }

    /** @param erasures how those beside it tell each other who was erased */
    public BruteForceCatalogue(SkillEncoder encoder, CandidateReader candidates, Optional<ErasureLog> erasures) {
        this.encoder = encoder;
        this.candidates = candidates;
        this.erasures = erasures;
        this.live = State.empty("g0");
    }

    @Override
    public Optional<ErasureLog> erasureLog() {
        return erasures;
    }

    private record State(
            String id,
            long sequence,
            Map<Kind<?>, TreeMap<String, Object>> records,
            Map<String, Map<SkillId, Strength>> held,
            Map<Kind<?>, Long> versions) {
        static State empty(String id) {
            return new State(id, 0, Map.of(), Map.of(), Map.of());
        }

        TreeMap<String, Object> of(Kind<?> kind) {
            return records.getOrDefault(kind, new TreeMap<>(BY_CODE_POINT));
        }
    }

    private State changed(State before, List<Change> changes) {
        Map<Kind<?>, TreeMap<String, Object>> records = new HashMap<>();
        Kind.ALL.forEach(k -> records.put(k, new TreeMap<>(before.of(k))));
        Map<String, Map<SkillId, Strength>> held = new HashMap<>(before.held());
        Map<Kind<?>, Long> versions = new HashMap<>(before.versions());
        for (Change change : changes) {
            switch (change) {
                case Change.Put<?> put -> {
                    records.get(put.kind()).put(put.id(), put.record());
                    versions.put(put.kind(), before.sequence() + 1);
                }
                case Change.Remove remove -> {
                    records.get(remove.kind()).remove(remove.id());
                    versions.put(remove.kind(), before.sequence() + 1);
                }
            }
        }
        State state = new State(before.id(), before.sequence() + 1, records, held, versions);
        for (Change change : changes) {
            if (change instanceof Change.Put<?> put && put.record() instanceof Candidate candidate) {
                held.put(candidate.id(), candidates.read(candidate, new View(state)));
            }
        }
        return state;
    }

    @Override
    public synchronized CatalogueView view() {
        return new View(live);
    }

    @Override
    public synchronized void write(List<Change> changes) {
        live = changed(live, changes);
        if (rebuilding != null) rebuilding.follow(changes);
    }

    @Override
    public void purge() {
        // A map forgets at once.
    }

    @Override
    public boolean isOutdated() {
        return false;
    }

    @Override
    public synchronized Rebuild rebuild() {
        if (rebuilding != null) throw new IllegalStateException("a rebuild is under way already");
        rebuilding = new BruteRebuild(State.empty("g" + ++generations));
        return rebuilding;
    }

    @Override
    public void close() {}

    private final class BruteRebuild implements Rebuild {
        private State next;
        private final Set<String> writtenLive = new HashSet<>();

        BruteRebuild(State empty) {
            next = empty;
        }

        private static String key(Change change) {
            return switch (change) {
                case Change.Put<?> put -> put.kind() + ":" + put.id();
                case Change.Remove remove -> remove.kind() + ":" + remove.id();
            };
        }

        void follow(List<Change> changes) {
            changes.forEach(c -> writtenLive.add(key(c)));
            next = changed(next, changes);
        }

        @Override
        public void write(List<Change> changes) {
            synchronized (BruteForceCatalogue.this) {
                next = changed(
                        next,
                        changes.stream()
                                .filter(c -> !writtenLive.contains(key(c)))
                                .toList());
            }
        }

        @Override
        public void publish() {
            synchronized (BruteForceCatalogue.this) {
                live = next;
                rebuilding = null;
            }
        }

        @Override
        public void close() {
            synchronized (BruteForceCatalogue.this) {
                if (rebuilding == this) rebuilding = null;
            }
        }
    }

    private final class View implements CatalogueView {
        private final State state;
        private Taxonomy taxonomy;

        View(State state) {
            this.state = state;
        }

        @Override
        public Generation generation() {
            return new Generation(state.id(), state.sequence(), encoder.name());
        }

        @Override
        public long version(Kind<?> kind) {
            return state.versions().getOrDefault(kind, 0L);
        }

        @Override
        public synchronized Taxonomy taxonomy() {
            if (taxonomy == null) {
                taxonomy = Taxonomy.of(state.of(Kind.SKILLS).values().stream()
                        .map(Skill.class::cast)
                        .toList());
            }
            return taxonomy;
        }

        @Override
        public <T> Optional<T> find(Kind<T> kind, String id) {
            return Optional.ofNullable(state.of(kind).get(id)).map(kind.type()::cast);
        }

        @Override
        public <T> List<T> find(Kind<T> kind, Collection<String> ids) {
            return ids.stream().flatMap(id -> find(kind, id).stream()).toList();
        }

        @Override
        public <T> void each(Kind<T> kind, Consumer<T> consumer) {
            state.of(kind).values().forEach(r -> consumer.accept(kind.type().cast(r)));
        }

        private Stream<Map.Entry<String, Object>> admitted(Kind<?> kind, Filter filter) {
            return state.of(kind).entrySet().stream().filter(e -> filter.admits(Facts.of(e.getValue())));
        }

        @Override
        public <T> Page<T> search(Kind<T> kind, Search search) {
            List<String> ids = search.text().isEmpty()
                    ? admitted(kind, search.filter()).map(Map.Entry::getKey).toList()
                    : admitted(kind, search.filter())
                            .map(e -> new Ranked(
                                    e.getKey(),
                                    words(e.getValue(), search.text().get())))
                            .filter(r -> r.score() > 0)
                            .sorted(BEST)
                            .map(Ranked::id)
                            .toList();
            int from = search.cursor().map(View::decoded).orElse(0);
            int to = Math.min(ids.size(), from + search.size());
            Optional<String> next = to < ids.size() ? Optional.of("at" + to) : Optional.empty();
            return new Page<>(find(kind, ids.subList(from, to)), next, ids.size());
        }

        private static int decoded(String cursor) {
            if (!cursor.matches("at\\d{1,9}")) throw new CursorExpired("unknown cursor");
            return Integer.parseInt(cursor.substring(2));
        }

        private static double words(Object record, String text) {
            List<String> words = List.of(Taxonomy.plain(text).split(" "));
            Set<String> wanted = new TreeSet<>(words);
            String last = words.getLast();
            return Stream.of(Taxonomy.plain(record.toString()).split(" "))
                    .filter(word -> wanted.contains(word) || last.length() >= 2 && word.startsWith(last))
                    .distinct()
                    .count();
        }

        @Override
        public long count(Kind<?> kind, Filter filter) {
            return admitted(kind, filter).count();
        }

        @Override
        public SortedMap<String, Long> facet(Kind<?> kind, String field, Filter filter, int most) {
            Map<String, Long> counts = admitted(kind, filter)
                    .flatMap(e -> Facts.of(e.getValue()).words(field).stream())
                    .collect(Collectors.groupingBy(w -> w, Collectors.counting()));
            SortedMap<String, Long> frequent = new TreeMap<>();
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(most)
                    .forEach(e -> frequent.put(e.getKey(), e.getValue()));
            return frequent;
        }

        @Override
        public List<Ranked> rankByAnswers(Kind<?> kind, Map<Need, Double> answers, Filter filter, int limit) {
            return best(limit, admitted(kind, filter).map(e -> {
                List<Requirement> requirements =
                        e.getValue() instanceof Role role ? role.requirements() : ((Job) e.getValue()).requirements();
                double total = Requirement.total(requirements);
                double answered = requirements.stream()
                        .mapToDouble(r -> r.weight() * answers.getOrDefault(Need.of(r), 0.0))
                        .sum();
                return new Ranked(e.getKey(), total == 0 ? 0 : answered / total);
            }));
        }

        @Override
        public List<Ranked> rankBySkills(
                Kind<?> kind, List<Map<SkillId, Double>> wishes, boolean provenOnly, Filter filter, int limit) {
            return best(limit, admitted(kind, filter).map(e -> {
                Map<SkillId, Double> strengths = strengths(e.getValue(), provenOnly);
                double sum = wishes.stream()
                        .mapToDouble(wish -> wish.entrySet().stream()
                                .mapToDouble(w -> w.getValue() * strengths.getOrDefault(w.getKey(), 0.0))
                                .max()
                                .orElse(0))
                        .sum();
                return new Ranked(e.getKey(), sum);
            }));
        }

        private Map<SkillId, Double> strengths(Object record, boolean provenOnly) {
            Map<SkillId, Double> strengths = new LinkedHashMap<>();
            if (record instanceof Credential credential) {
                credential.outcomes().forEach(o -> o.skill().ifPresent(s -> strengths.put(s, 1.0)));
            } else {
                state.held()
                        .get(((Candidate) record).id())
                        .forEach((skill, s) -> strengths.put(skill, provenOnly ? s.proven() : s.any()));
            }
            return strengths;
        }

        @Override
        public List<Ranked> nearest(Kind<?> kind, float[] vector, Filter filter, int limit) {
            return admitted(kind, filter)
                    .map(e -> {
                        float[] own = encoded.computeIfAbsent(kindTitle(kind, e.getValue()), encoder::encode);
                        return new Ranked(e.getKey(), SkillEncoder.dot(vector, own));
                    })
                    .sorted(BEST)
                    .limit(limit)
                    .toList();
        }

        private static <T> String kindTitle(Kind<T> kind, Object record) {
            return kind.titleOf(kind.type().cast(record));
        }

        private Stream<Job> jobs(Filter filter) {
            return admitted(Kind.JOBS, filter).map(e -> (Job) e.getValue());
        }

        @Override
        public long reachable(Set<Need> met, double threshold, Filter jobs) {
            return jobs(jobs).filter(j -> Reach.isReachable(j, met, threshold)).count();
        }

        @Override
        public List<String> reachableIds(Set<Need> met, double threshold, Filter jobs, String after, int limit) {
            return jobs(jobs)
                    .filter(j -> Reach.isReachable(j, met, threshold))
                    .map(Job::id)
                    .filter(id -> BY_CODE_POINT.compare(id, after) > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public long[] newlyReachable(Set<Need> met, double threshold, List<Set<Need>> gains, Filter jobs) {
            List<Job> beyond = beyond(met, threshold, jobs);
            return gains.stream()
                    .mapToLong(gain -> opened(met, threshold, gain, beyond).count())
                    .toArray();
        }

        @Override
        public List<SortedMap<String, Long>> newlyReachableBy(
                String field, Set<Need> met, double threshold, List<Set<Need>> gains, Filter jobs) {
            List<Job> beyond = beyond(met, threshold, jobs);
            List<SortedMap<String, Long>> all = new ArrayList<>();
            for (Set<Need> gain : gains) {
                all.add(opened(met, threshold, gain, beyond)
                        .flatMap(job -> Facts.of(job).words(field).stream())
                        .collect(Collectors.groupingBy(w -> w, TreeMap::new, Collectors.counting())));
            }
            return all;
        }

        @Override
        public List<String> newlyReachableIds(
                Set<Need> met, double threshold, Set<Need> gain, Filter jobs, String after, int limit) {
            return opened(met, threshold, gain, beyond(met, threshold, jobs))
                    .map(Job::id)
                    .filter(id -> BY_CODE_POINT.compare(id, after) > 0)
                    .limit(limit)
                    .toList();
        }

        /** Those not within reach now. */
        private List<Job> beyond(Set<Need> met, double threshold, Filter jobs) {
            return jobs(jobs).filter(j -> !Reach.isReachable(j, met, threshold)).toList();
        }

        private static Stream<Job> opened(Set<Need> met, double threshold, Set<Need> gain, List<Job> beyond) {
            if (gain.isEmpty()) return Stream.empty();
            Set<Need> then = new HashSet<>(met);
            then.addAll(gain);
            return beyond.stream().filter(j -> Reach.isReachable(j, then, threshold));
        }

        @Override
        public void close() {}
    }

    private static final Comparator<Ranked> BEST =
            Comparator.comparing(Ranked::score).reversed().thenComparing(Ranked::id, BY_CODE_POINT);

    private static List<Ranked> best(int limit, Stream<Ranked> all) {
        return new ArrayList<>(
                all.filter(r -> r.score() > 0).sorted(BEST).limit(limit).toList());
    }
}
