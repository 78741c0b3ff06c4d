package dev.rung.catalogue.opensearch;

import java.util.Map;

/**
 * What the cluster does with each job, in its own language (Painless), and how the parts of an answer come together. Each shard goes through its
 * jobs once; only counts travel.
 *
 * <p>Parameters of all: {@code threshold}, and {@code met}, whose keys are the terms of what is met.
 */
enum JobScript {
    /** One count a gain. Parameters: {@code bringers}, the numbers of gains by term, and {@code gains}, how many there are. */
    OPENED("state.counts = new long[params.gains]", eachOpened("state.counts[(int) gain]++;"), """
            long[] counts = new long[params.gains];
            for (part in states) {
              if (part != null) { for (int i = 0; i < params.gains; i++) { counts[i] += part[i]; } }
            }
            return counts;
            """),

    /** Counts by word and by the number of the gain. Parameters: {@code bringers}, and {@code field} with the words. */
    OPENED_BY_WORD("state.counts = new HashMap()", eachOpened("""
                    if (doc.containsKey(params.field)) {
                      for (word in doc[params.field]) {
                        Map counts = state.counts.computeIfAbsent(word, w -> new HashMap());
                        String number = gain.toString();
                        counts.put(number, counts.getOrDefault(number, 0L) + 1L);
                      }
                    }
                    """), """
            Map all = new HashMap();
            for (part in states) {
              if (part != null) {
                for (word in part.keySet()) {
                  Map sums = all.computeIfAbsent(word, w -> new HashMap());
                  Map counts = part.get(word);
                  for (number in counts.keySet()) {
                    sums.put(number, sums.getOrDefault(number, 0L) + counts.get(number));
                  }
                }
              }
            }
            return all;
            """),

    /** Counts by how many needs are missing and the numbers of those hoped for. Parameter: {@code hoped}, numbers by term. */
    LACKED("state.counts = new HashMap()", """
            int missing = %s;
            int open = 0;
            StringBuilder numbers = new StringBuilder();
            for (term in doc['essentials']) {
              if (params.met.containsKey(term)) { missing--; }
              def number = params.hoped.get(term);
              if (number != null) { open++; numbers.append(' ').append(number.toString()); }
            }
            if (missing > 0 && open >= missing) {
              String lack = missing + numbers.toString();
              state.counts.put(lack, state.counts.getOrDefault(lack, 0L) + 1L);
            }
            """.formatted(JobScript.NEEDED), """
            Map all = new HashMap();
            for (part in states) {
              if (part != null) {
                for (lack in part.keySet()) { all.put(lack, all.getOrDefault(lack, 0L) + part.get(lack)); }
              }
            }
            return all;
            """);

    /** {@link dev.rung.catalogue.Reach#needed}. */
    static final String NEEDED = "(int) Math.max(1, Math.ceil(doc['essentialCount'].value * params.threshold - 1e-9))";

    /** The same where other records may be looked at as well, as the cluster does where this is excluded: those are never within reach. */
    static final String NEEDED_OF_ANY = "doc['essentialCount'].size() == 0 ? params.num_terms + 1 : " + NEEDED;

    private final String start;
    private final String eachJob;
    private final String together;

    JobScript(String start, String eachJob, String together) {
        this.start = start;
        this.eachJob = eachJob;
        this.together = together;
    }

    /** For each job beyond reach: how many met essentials it lacks, and which gains bring as many. */
    private static String eachOpened(String then) {
        return """
               int lacking = %s;
               def terms = doc['essentials'];
               for (term in terms) { if (params.met.containsKey(term)) lacking--; }
               if (lacking > 0) {
                 Map brought = new HashMap();
                 for (term in terms) {
                   def bringers = params.bringers.get(term);
                   if (bringers != null) {
                     for (gain in bringers) {
                       int so_far = brought.getOrDefault(gain, 0) + 1;
                       brought.put(gain, so_far);
                       if (so_far == lacking) { %s }
                     }
                   }
                 }
               }
               """.formatted(NEEDED, then);
    }

    Map<String, Object> aggregation(Map<String, Object> parameters) {
        return Map.of(
                "scripted_metric",
                Map.of(
                        "init_script", start,
                        "map_script", eachJob,
                        "combine_script", "return state.counts",
                        "reduce_script", together,
                        "params", parameters));
    }
}
