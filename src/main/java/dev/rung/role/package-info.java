/**
 * What is asked for: roles (occupations), jobs (postings) and the requirements both make on skills.
 *
 * <p>Knows {@code skill} only.
 */
@NullMarked
package dev.rung.role;

import org.jspecify.annotations.NullMarked;
