package dev.rung.catalogue;

/**
 * A record that an engine found, with the engine's own score: good for choosing whom to look at, not for showing. What people see is
 * scored by {@code match}.
 *
 * @param id of the record
 * @param score higher is better; comparable within one answer only
 */
public record Ranked(String id, double score) {}
