package dev.rung.benchmarks.sidebyside;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Asks all contenders in turn, a short while each, several times over, so that whatever else the machine does hits all of them alike.
 *
 * @param warmUp how long each is asked before anything is measured
 * @param count how many rounds
 * @param each how long each is asked in a round
 */
public record Rounds(Duration warmUp, int count, Duration each) {
    /** What each took, in the order of the contenders. */
    public List<Measured> run(List<Contender> contenders) throws IOException {
        List<Measured> all = contenders.stream().map(Measured::new).toList();
        for (Measured one : all) one.warmUp(warmUp);
        List<Measured> order = new ArrayList<>(all);
        for (int round = 0; round < count; round++) {
            // Nobody always comes after the same one.
            Collections.rotate(order, 1);
            for (Measured one : order) one.round(each);
        }
        return all;
    }
}
