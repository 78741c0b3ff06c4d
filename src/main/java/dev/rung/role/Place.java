package dev.rung.role;

import dev.rung.skill.Check;
import java.util.Optional;

/**
 * Where a job is.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param region ISO 3166-2 code, such as {@code DE-BY}
 * @param locality town or district, as people write it
 */
public record Place(Optional<String> country, Optional<String> region, Optional<String> locality) {
    /** Nothing known about the place. */
    public static final Place UNKNOWN = new Place(Optional.empty(), Optional.empty(), Optional.empty());

    public Place {
        country = Check.text("country", country);
        region = Check.text("region", region);
        locality = Check.text("locality", locality);
    }
}
