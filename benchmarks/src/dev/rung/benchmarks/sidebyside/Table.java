package dev.rung.benchmarks.sidebyside;

import java.util.List;
import java.util.Locale;

/** Figures as a table in Markdown. */
final class Table {
    /** Of fewer answers the hundredth part says nothing. */
    private static final int ENOUGH = 100;

    private Table() {}

    /** One row a contender; ratios are to the rival's figure, so below 1 is better than the rival. */
    static String of(List<Measured> all) {
        StringBuilder table = new StringBuilder("""
                | question | who answers | p50 ms | p99 ms | a second | processor ms | p50 ÷ rival's | processor ÷ rival's | rival |
                |---|---|---|---|---|---|---|---|---|
                """);
        for (Measured one : all) {
            Contender contender = one.contender();
            table.append("| %s | %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            contender.question(),
                            contender.name(),
                            number(one.quantile(0.5)),
                            one.count() < ENOUGH ? "" : number(one.quantile(0.99)),
                            number(one.perSecond()),
                            number(one.processorEach()),
                            contender.rival().map(name -> ratios(one, rival(all, one, name))).orElse(" | | ")));
        }
        return table.toString();
    }

    private static Measured rival(List<Measured> all, Measured one, String name) {
        return all.stream()
                .filter(m -> m.contender().name().equals(name)
                        && m.contender().question().equals(one.contender().question()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rival " + name));
    }

    private static String ratios(Measured one, Measured rival) {
        return "%s | %s | %s"
                .formatted(
                        number(one.quantile(0.5) / rival.quantile(0.5)),
                        number(one.processorEach() / rival.processorEach()),
                        rival.contender().name());
    }

    /** Three digits that say something. */
    static String number(double value) {
        int digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.1 ? 3 : 4;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
