/** The pages, in a real browser on a real server. Start at {@link dev.rung.pages.Browser}. */
@org.jspecify.annotations.NullMarked
package dev.rung.pages;
