package dev.rung.formats;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is costly to make and not always wanted: made once, at first use. Safe for use by many threads. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        T value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }
}
