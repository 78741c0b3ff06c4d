package dev.rung.match;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Skills by how many jobs ask for them and how few credentials teach them (R27). All counts are exact.
 *
 * @param generation of the catalogue
 * @param model of the encoder
 * @param asOf the day for which it holds
 * @param region within which was counted
 * @param note about the region, if no job names it
 * @param jobs still open in the region, or remote
 * @param credentials taught in the region, online or anywhere
 * @param skills how many different skills these jobs ask for
 * @param results by jobs ÷ (1 + credentials), then jobs, then id
 */
public record DemandReport(
        String generation,
        String model,
        LocalDate asOf,
        Optional<String> region,
        Optional<String> note,
        long jobs,
        long credentials,
        long skills,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Row> results) {
    public DemandReport {
        results = List.copyOf(results);
    }

    /**
     * One skill.
     *
     * @param jobs that ask for it, as essential or optional
     * @param credentials that name it among their outcomes
     */
    public record Row(String skill, String label, long jobs, long credentials) {}
}
