package dev.rung.match;

import dev.rung.skill.Check;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An educator's question: what do jobs ask for that nobody teaches?
 *
 * @param region jobs there and remote ones, credentials there, online or anywhere; ISO 3166-2 or -1; none: everywhere
 * @param limit how many skills at most, 1 to {@value RecommendationRequest#MAX_LIMIT}
 * @param asOf the day for which to answer; none: today (UTC)
 */
public record DemandRequest(Optional<String> region, int limit, Optional<LocalDate> asOf) {
    public DemandRequest {
        region = Check.text("region", region);
        Check.range("limit", limit, 1, RecommendationRequest.MAX_LIMIT);
        asOf = Check.optional(asOf);
    }
}
