package dev.rung.match;

import dev.rung.catalogue.Filter;
import dev.rung.credential.AssessmentKind;
import dev.rung.person.EvidenceKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which evidence a recruiter lets count, and who may have such evidence at all. Each limit only takes away. */
final class Proofs {
    private final CandidateRequest request;
    private final Optional<LocalDate> oldest;

    Proofs(CandidateRequest request, LocalDate asOf) {
        this.request = request;
        this.oldest = Stream.concat(request.since().stream(), request.maxAgeMonths().map(asOf::minusMonths).stream())
                .max(LocalDate::compareTo);
    }

    /** Whether this evidence counts. */
    boolean count(Held held) {
        if (request.verifiedOnly() && !held.isVerified()) return false;
        if (request.evidence()
                .filter(least -> held.evidence().compareTo(least) < 0)
                .isPresent()) return false;
        if (oldest.isPresent() && !isOf(oldest.get(), held)) return false;
        if (!request.assessment().isEmpty()) {
            List<AssessmentKind> kinds =
                    held.proof().map(Held.Proof::assessment).orElse(List.of());
            if (kinds.stream().noneMatch(request.assessment()::contains)) return false;
        }
        if (request.registries().isEmpty()) return true;
        return held.proof()
                .map(Held.Proof::verdict)
                .filter(v -> v.registries().stream().anyMatch(request.registries()::contains))
                .isPresent();
    }

    /** A month counts whole, since no day of it is known. */
    private static boolean isOf(LocalDate day, Held held) {
        Optional<LocalDate> awarded = held.proof().flatMap(Held.Proof::awardedOn);
        if (awarded.isPresent()) return !awarded.get().isBefore(day);
        if (held.lastUsed().isPresent())
            return !held.lastUsed().get().atEndOfMonth().isBefore(day);
        return held.evidence() == EvidenceKind.WORK;
    }

    /** Who may have evidence that counts, by what the catalogue can tell without reading profiles: everybody who has some, and others. */
    Filter people() {
        List<Filter> parts = new ArrayList<>();
        request.region().ifPresent(region -> parts.add(Filter.in("within", region)));
        boolean byCredential =
                !request.assessment().isEmpty() || !request.registries().isEmpty();
        if (request.verifiedOnly()) parts.add(Filter.in("shows", "verified"));
        else if (byCredential) parts.add(Filter.in("shows", "credential"));
        request.evidence().filter(e -> e != EvidenceKind.SELF).ifPresent(least -> {
            List<String> kinds = new ArrayList<>(List.of("credential"));
            for (EvidenceKind kind : EvidenceKind.values()) {
                if (kind.compareTo(least) >= 0) kinds.add(Words.of(kind));
            }
            parts.add(Filter.in("shows", kinds));
        });
        if (!request.registries().isEmpty()) parts.add(Filter.in("registry", request.registries()));
        boolean proofOnly = byCredential || request.verifiedOnly();
        oldest.ifPresent(day -> parts.add(Filter.atLeast(proofOnly ? "awarded" : "newest", day.toEpochDay())));
        return Filter.all(parts);
    }
}
