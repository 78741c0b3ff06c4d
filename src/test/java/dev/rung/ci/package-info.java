@org.jspecify.annotations.NullMarked
package dev.rung.ci;
