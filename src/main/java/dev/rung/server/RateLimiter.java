package dev.rung.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rung.server.Limits.Rate;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often one caller may ask: a bucket of tokens each, which fills at a steady rate. Buckets of callers that have been away long enough to
 * have a full one again are forgotten. Safe for use by many threads.
 */
final class RateLimiter {
    private static final int MOST_CALLERS = 100_000;
    private static final double NANOS = 1e9;

    private final Rate rate;
    private final LongSupplier nanos;
    private final Cache<String, Bucket> buckets;

    /**
     * @param rate the same for all callers
     * @param nanos a clock that never goes back, in nanoseconds
     */
    RateLimiter(Rate rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
        long fullAfter = (long) Math.ceil(rate.burst() / rate.perSecond());
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterAccess(Duration.ofSeconds(fullAfter + 1))
                .ticker(nanos::getAsLong)
                .build();
    }

    /** Takes a token of this caller's; zero if there was one, else how long until there is. */
    Duration take(String caller) {
        return buckets.get(caller, c -> new Bucket()).take();
    }

    private final class Bucket {
        private double tokens = rate.burst();
        private long filledAt = nanos.getAsLong();

        synchronized Duration take() {
            long now = nanos.getAsLong();
            tokens = Math.min(rate.burst(), tokens + (now - filledAt) / NANOS * rate.perSecond());
            filledAt = now;
            if (tokens >= 1) {
                tokens--;
                return Duration.ZERO;
            }
            return Duration.ofNanos((long) Math.ceil((1 - tokens) / rate.perSecond() * NANOS));
        }
    }
}
