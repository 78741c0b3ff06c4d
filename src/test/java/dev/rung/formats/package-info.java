@NullMarked
package dev.rung.formats;

import org.jspecify.annotations.NullMarked;
