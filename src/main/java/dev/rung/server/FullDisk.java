package dev.rung.server;

import dev.rung.server.Problem.Sort;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Tells that storage failed for want of room. Java has no exception of its own for that, only the words of the operating system. */
final class FullDisk {
    /** ENOSPC, EDQUOT and EFBIG as Linux and macOS name them, and ERROR_DISK_FULL of Windows. */
    private static final List<String> WORDS = List.of(
            "no space left on device",
            "disk quota exceeded",
            "disc quota exceeded",
            "file too large",
            "not enough space on the disk");

    private static final Duration COME_BACK = Duration.ofSeconds(30);

    private FullDisk() {}

    static Refusal refusal() {
        return Refusal.later(
                Sort.NO_ROOM,
                "The disk of the data folder is full, so this is not stored. Questions are answered all the same; writing goes on as soon as there is room.",
                COME_BACK);
    }

    static boolean isReasonOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (!(cause instanceof IOException) || message == null) continue;
            String lower = message.toLowerCase(Locale.ROOT);
            if (WORDS.stream().anyMatch(lower::contains)) return true;
        }
        return false;
    }
}
