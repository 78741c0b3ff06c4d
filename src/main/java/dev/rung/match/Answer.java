package dev.rung.match;

import dev.rung.catalogue.Need;

/**
 * How a need is answered: by which held skill, in which relation, how strongly.
 *
 * @param need what is asked
 * @param held the best evidence for it
 * @param relation how the held skill stands to the one asked
 * @param strength above 0 and up to 1
 */
record Answer(Need need, Held held, Similarities.Relation relation, double strength) {}
