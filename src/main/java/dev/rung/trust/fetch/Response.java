package dev.rung.trust.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer of an HTTP/1.1 server that closes the connection after it (RFC 9112).
 *
 * @param status such as 200
 * @param location where a redirect points; empty if it is none
 * @param body what it sent
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
record Response(int status, String location, byte[] body) {
    private static final int MAX_LINE = 8_000;
    private static final int MAX_HEADERS = 100;

    boolean isRedirect() {
        return status >= 301 && status <= 308 && status != 304 && !location.isEmpty();
    }

    static Response read(InputStream source, int maxBytes) throws IOException {
        InputStream in = new BufferedInputStream(source);
        String[] first = line(in).split(" ", 3);
        if (first.length < 2 || !first[0].startsWith("HTTP/1.") || !first[1].matches("\\d{3}")) {
            throw new IOException("the server does not speak HTTP/1.1");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() >= MAX_HEADERS) throw new IOException("the server's headers are malformed");
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int status = Integer.parseInt(first[1]);
        String location = headers.getOrDefault("location", "");
        if (status != 200) return new Response(status, location, new byte[0]);
        if (!headers.getOrDefault("content-encoding", "identity").equalsIgnoreCase("identity")) {
            throw new IOException("the server packed what was to be sent as it is");
        }
        byte[] body = headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")
                ? chunked(in, maxBytes)
                : whole(in, headers.get("content-length"), maxBytes);
        return new Response(status, location, body);
    }

    private static byte[] whole(InputStream in, @Nullable String length, int maxBytes) throws IOException {
        byte[] body = in.readNBytes(maxBytes + 1);
        if (body.length > maxBytes) throw new IOException("the answer is longer than " + maxBytes + " bytes");
        if (length != null && !length.equals(Integer.toString(body.length)))
            throw new EOFException("the answer is cut off");
        return body;
    }

    private static byte[] chunked(InputStream in, int maxBytes) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line(in).replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9A-Fa-f]{1,7}")) throw new IOException("a chunk has no size");
            int length = Integer.parseInt(size, 16);
            if (length == 0) return body.toByteArray();
            if (body.size() + length > maxBytes)
                throw new IOException("the answer is longer than " + maxBytes + " bytes");
            byte[] chunk = in.readNBytes(length);
            if (chunk.length < length || !line(in).isEmpty()) throw new EOFException("the answer is cut off");
            body.writeBytes(chunk);
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the answer is cut off");
            if (line.size() > MAX_LINE) throw new IOException("a line of the answer is too long");
            line.write(c);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
