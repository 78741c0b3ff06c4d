package dev.rung.match;

import dev.rung.catalogue.Need;

/**
 * How a need is answered: by which held skill, in which relation, how strongly.
 *
 * @param need what is asked
 * @param held the best evidence for it
 * @param relation how the held skill stands to the one asked
 * @param cosine of the two skills' vectors where the relation is {@link Similarities.Relation#NEAR}, else 1
 * @param strength above 0 and up to 1
 */
record Answer(Need need, Held held, Similarities.Relation relation, double cosine, double strength) {}
