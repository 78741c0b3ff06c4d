package dev.rung.catalogue;

import dev.rung.skill.Check;

/**
 * Which state of the catalogue an answer was made from. The same generation, model and request give the same bytes.
 *
 * @param id of the index, new with every rebuild
 * @param sequence counts the durable writes within it
 * @param model {@link dev.rung.encoder.SkillEncoder#name() name} of the encoder whose vectors it holds
 */
public record Generation(String id, long sequence, String model) {
    public Generation {
        id = Check.id("id", id);
        model = Check.id("model", model);
    }

    /** As one token, for ETags and logs. */
    public String token() {
        return id + "." + sequence + "-" + model;
    }
}
