package dev.rung.catalogue.opensearch;

import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** Why a cluster cannot be spoken to, and what to do about it, in words for whoever runs Rung. The password is in none of them. */
final class Trouble {
    private static final int UNKNOWN = 401;
    private static final int FORBIDDEN = 403;

    private final OpenSearchSettings settings;
    private final String nodes;

    Trouble(OpenSearchSettings settings) {
        this.settings = settings;
        this.nodes = settings.nodes().stream().map(URI::toString).collect(Collectors.joining(", "));
    }

    /** Whether it is of no use to ask again: neither rights nor certificates change within a minute. */
    static boolean stays(IOException failure) {
        int status = status(failure);
        return status == UNKNOWN || status == FORBIDDEN || isMistrusted(failure) || isPlain(failure);
    }

    /** The same failure, with what to do. */
    IOException explained(IOException failure) {
        String words = words(failure);
        return words.isEmpty() ? failure : new IOException(words, failure);
    }

    private String words(IOException failure) {
        // That one says already what the cluster said.
        if (failure instanceof Cluster.Refused) return "";
        if (status(failure) == UNKNOWN) return unknown();
        Throwable root = causes(failure).getLast();
        String said = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        if (status(failure) == FORBIDDEN)
            return "the cluster forbids what Rung asks of it; see docs/opensearch.md for the rights it needs: " + said;
        if (isPlain(failure)) return nodes + " does not speak TLS; is the address http instead of https?";
        if (isMistrusted(failure))
            return "the certificate shown at " + nodes + " is not trusted: " + said + "; " + remedy();
        if (root instanceof HttpException)
            return nodes + " does not answer in plain HTTP; is the address https instead of http?";
        return "no node of the cluster answers at " + nodes + ": " + said
                + "; is it running, and are the addresses right?";
    }

    private String unknown() {
        return settings.login()
                .map(
                        login -> "the cluster at " + nodes + " does not know the user " + login.name()
                                + " with this password; put the right one into RUNG_OPENSEARCH_PASSWORD or the file named by --opensearch-password-file")
                .orElse("the cluster at " + nodes
                        + " wants a name and a password; name the user with --opensearch-user");
    }

    private String remedy() {
        return settings.authorities()
                .map(file -> "the authority that signed it must be in " + file
                        + ", and the certificate must be for the name in the address")
                .orElse("name a PEM file with the authority that signed it (--opensearch-ca)");
    }

    private static int status(Throwable failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof ResponseException response) return response.status();
        }
        return 0;
    }

    private static boolean isMistrusted(Throwable failure) {
        return causes(failure).stream()
                .anyMatch(
                        cause -> cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException);
    }

    /** The JDK has no exception of its own for an answer that is not TLS. */
    private static boolean isPlain(Throwable failure) {
        return causes(failure).stream()
                .anyMatch(cause -> cause instanceof SSLException
                        && String.valueOf(cause.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("unrecognized ssl message"));
    }

    /** The failure and what caused it, the root last. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) causes.add(cause);
        return causes;
    }
}
