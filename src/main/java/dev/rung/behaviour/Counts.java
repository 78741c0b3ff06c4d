package dev.rung.behaviour;

import java.util.SortedMap;

/**
 * How many people did what with one credential; each person counts once.
 *
 * @param viewed looked at it
 * @param started enrolled in it or completed it
 * @param completed earned it
 * @param hired earned it and found work then or later, by an event that names it or names no credential
 * @param next by credential: completed it later
 */
public record Counts(long viewed, long started, long completed, long hired, SortedMap<String, Sequel> next) {}
