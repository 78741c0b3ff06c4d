package dev.rung.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;

/** Bytes as no client library would send them. */
final class Raw {
    private Raw() {}

    /** Sends this, as it is, and gives whatever comes until the server closes the connection. */
    static String send(Running rung, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", rung.server.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
