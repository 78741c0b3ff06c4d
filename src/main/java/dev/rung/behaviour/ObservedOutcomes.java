package dev.rung.behaviour;

import java.util.Optional;

/**
 * What became of the people who were seen to start a credential: counted by this service from the events that were reported to it, and so a source
 * of its own beside the figures that an issuer states.
 *
 * @param viewed how many people looked at it; none: too few
 * @param started how many enrolled in it or completed it
 * @param completed how many of those who started completed it
 * @param hired how many of those who completed it were reported to have found work then or later
 * @param completion completed of started
 * @param hiring hired of completed; none: too few completed it
 */
public record ObservedOutcomes(
        Optional<Long> viewed, long started, long completed, long hired, Rate completion, Optional<Rate> hiring) {
    /**
     * A share that is shrunk by the size of its sample.
     *
     * @param share {@code (count + towards·weight) ÷ (of + weight)}, to six decimals
     * @param count how many
     * @param of how many there were
     * @param towards the mean over all credentials, to six decimals
     * @param weight as if so many more people had been counted, to three decimals; see {@link Shrinkage}
     */
    public record Rate(double share, long count, long of, double towards, double weight) {
        static Rate of(long count, long of, Shrinkage prior) {
            return new Rate(
                    Math.round(prior.share(count, of) * 1e6) / 1e6,
                    count,
                    of,
                    Math.round(prior.mean() * 1e6) / 1e6,
                    Math.round(prior.size() * 1e3) / 1e3);
        }
    }
}
