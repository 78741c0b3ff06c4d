package dev.rung.skill;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The same thing in somebody else's vocabulary: an ESCO URI, or a code with its scheme in front ({@code isco-08:3434},
 * {@code onet-soc:35-1011.00}). Exact matches only. An alignment is accepted wherever an id is.
 */
public record Alignment(@JsonValue String value) {
    @JsonCreator
    public Alignment {
        value = Check.id("alignments", value);
    }

    /** Whether this is the ESCO classification of the European Commission. */
    public boolean isEsco() {
        return value.startsWith("http://data.europa.eu/esco/");
    }

    @Override
    public String toString() {
        return value;
    }
}
