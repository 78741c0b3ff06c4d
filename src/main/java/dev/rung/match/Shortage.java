package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.catalogue.Kind;
import dev.rung.match.DemandReport.Row;
import dev.rung.person.Constraints;
import dev.rung.skill.SkillId;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/** Counts what jobs ask for against what credentials teach. */
final class Shortage {
    /** Fewest credentials for most jobs. In whole numbers, so that the order is exact. */
    private static final Comparator<Row> WORST = (a, b) -> {
        int ratio = Long.compare(b.jobs() * (1 + a.credentials()), a.jobs() * (1 + b.credentials()));
        return ratio != 0 ? ratio : Long.compare(b.jobs(), a.jobs());
    };

    private final Session session;

    Shortage(Session session) {
        this.session = session;
    }

    DemandReport report(DemandRequest request) {
        Constraints there = Constraints.NONE.withRegion(request.region());
        Filter jobs = Admission.jobs(there, session.asOf());
        Filter credentials = Admission.together(Admission.credentials(there));
        SortedMap<String, Long> wanted = session.view().facet(Kind.JOBS, "skill", jobs, Integer.MAX_VALUE);
        SortedMap<String, Long> taught =
                session.view().facet(Kind.CREDENTIALS, "skill", credentials, Integer.MAX_VALUE);
        List<Row> rows = wanted.entrySet().stream()
                .map(e -> new Row(e.getKey(), "", e.getValue(), taught.getOrDefault(e.getKey(), 0L)))
                .sorted(WORST.thenComparing(Row::skill))
                .limit(request.limit())
                .map(r -> new Row(
                        r.skill(), session.view().taxonomy().label(new SkillId(r.skill())), r.jobs(), r.credentials()))
                .toList();
        return new DemandReport(
                session.view().generation().token(),
                session.view().generation().model(),
                session.asOf(),
                request.region(),
                request.region().filter(this::isUnknown).map(Shortage::note),
                session.view().count(Kind.JOBS, jobs),
                session.view().count(Kind.CREDENTIALS, credentials),
                wanted.size(),
                rows);
    }

    private boolean isUnknown(String region) {
        return session.view().count(Kind.JOBS, Filter.in("within", region)) == 0;
    }

    private static String note(String region) {
        return "No job of this catalogue names the region " + region
                + "; counted are remote jobs, and what is taught online or anywhere.";
    }
}
