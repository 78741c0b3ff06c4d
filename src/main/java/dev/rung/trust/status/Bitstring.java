package dev.rung.trust.status;

import dev.rung.trust.part.Encoded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The packed statuses of many credentials (Bitstring Status List 1.0, StatusList2021): equal groups of bits, the first group leftmost.
 *
 * <p>Unpacking stops at {@value #MAX_BYTES} bytes, so that a small text cannot become a large memory.
 */
final class Bitstring {
    /** 2^27 single-bit statuses; the standard's smallest list has 2^17. */
    static final int MAX_BYTES = 16 << 20;
    /** The standard's smallest list, for the privacy of those on it: 16 KiB. */
    private static final int MIN_BYTES = 16 << 10;

    private final byte[] bytes;

    private Bitstring(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Unpacks base64url of gzip, with or without the multibase letter {@code u} in front. */
    static Bitstring unpack(String encoded) throws StatusProblem {
        Optional<byte[]> packed = encoded.startsWith("u") ? Encoded.multibase(encoded) : Encoded.base64url(encoded);
        if (packed.isEmpty()) throw malformed();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.get()))) {
            byte[] chunk = new byte[8192];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                out.write(chunk, 0, n);
                if (out.size() > MAX_BYTES) {
                    throw new StatusProblem(
                            "status_list_too_large",
                            "The status list unpacks to more than " + MAX_BYTES + " bytes, which no honest list does.");
                }
            }
        } catch (IOException e) {
            throw malformed();
        }
        return new Bitstring(out.toByteArray());
    }

    /** Whether it is shorter than the standard allows, which exposes those on it but does not change what it says. */
    boolean isShort() {
        return bytes.length < MIN_BYTES;
    }

    /** The status at an index, each {@code size} bits wide (1 to 32). */
    long at(long index, int size) throws StatusProblem {
        long first = index * size;
        if (index < 0 || first + size > 8L * bytes.length) {
            throw new StatusProblem(
                    "status_range_error",
                    "The credential's index " + index + " lies outside the status list, which has "
                            + 8L * bytes.length / size + " places.");
        }
        long value = 0;
        for (long bit = first; bit < first + size; bit++) {
            value = (value << 1) | ((bytes[(int) (bit >> 3)] >> (7 - (int) (bit & 7))) & 1);
        }
        return value;
    }

    private static StatusProblem malformed() {
        return new StatusProblem("status_list_malformed", "The status list is not gzip in base64url.");
    }
}
