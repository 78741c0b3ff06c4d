package dev.rung.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.server.Limits.Rate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Tokens and time, with a clock that the tests set. */
class RateLimiterTest {
    private final AtomicLong now = new AtomicLong(1_000_000_000_000L);

    private RateLimiter limiter(double perSecond, int burst) {
        return new RateLimiter(new Rate(perSecond, burst), now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void aBurstThenTheRate() {
        RateLimiter limiter = limiter(2, 3);

        for (int i = 0; i < 3; i++) assertThat(limiter.take("a")).isZero();
        assertThat(limiter.take("a")).isEqualTo(Duration.ofMillis(500));
        pass(Duration.ofMillis(499));
        assertThat(limiter.take("a")).isPositive();
        pass(Duration.ofMillis(1));
        assertThat(limiter.take("a")).isZero();
        assertThat(limiter.take("a")).isPositive();
    }

    @Test
    void oneCallerDoesNotSpendAnothersTokens() {
        RateLimiter limiter = limiter(1, 1);

        assertThat(limiter.take("a")).isZero();
        assertThat(limiter.take("b")).isZero();
        assertThat(limiter.take("a")).isPositive();
    }

    @Test
    void aLongAbsenceFillsTheBucketAndNoMore() {
        RateLimiter limiter = limiter(1, 2);
        limiter.take("a");

        pass(Duration.ofDays(365));

        assertThat(limiter.take("a")).isZero();
        assertThat(limiter.take("a")).isZero();
        assertThat(limiter.take("a")).isPositive();
    }

    @Property
    void neverMoreThanBurstAndRateAllow(
            @ForAll @DoubleRange(min = 0.1, max = 50) double perSecond,
            @ForAll @IntRange(min = 1, max = 20) int burst,
            @ForAll @IntRange(min = 1, max = 400) int stepMillis) {
        RateLimiter limiter = limiter(perSecond, burst);
        int granted = 0;
        for (int i = 0; i < 200; i++) {
            if (limiter.take("a").isZero()) granted++;
            pass(Duration.ofMillis(stepMillis));
        }
        assertThat((double) granted).isLessThanOrEqualTo(burst + perSecond * 200 * stepMillis / 1000 + 1e-6);
    }

    @Property
    void waitingAsLongAsToldIsEnough(
            @ForAll @DoubleRange(min = 0.01, max = 1_000) double perSecond,
            @ForAll @IntRange(min = 1, max = 20) int burst) {
        RateLimiter limiter = limiter(perSecond, burst);
        Duration wait = Duration.ZERO;
        while (wait.isZero()) wait = limiter.take("a");
        pass(wait);

        assertThat(limiter.take("a")).isZero();
    }
}
