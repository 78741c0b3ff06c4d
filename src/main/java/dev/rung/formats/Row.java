package dev.rung.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One record of a file, as an object: a line of NDJSON, or a row of CSV under its column names.
 *
 * @param line where it begins, from 1
 * @param json what it says
 * @param size about how many bytes it takes
 */
record Row(long line, ObjectNode json, int size) {}
