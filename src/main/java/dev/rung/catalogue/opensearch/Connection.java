package dev.rung.catalogue.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** Opens the way to a cluster: its nodes in turn, TLS, login, limits of time. */
final class Connection {
    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_CONNECTIONS_A_NODE = 32;
    private static final Timeout CONNECTING = Timeout.of(2, TimeUnit.SECONDS);
    private static final Timeout ANSWERING = Timeout.of(60, TimeUnit.SECONDS);

    private Connection() {}

    /**
     * @throws IOException if the file of authorities cannot be read; the message names it
     */
    static OpenSearchTransport to(OpenSearchSettings settings) throws IOException {
        HttpHost[] hosts = settings.nodes().stream().map(Connection::host).toArray(HttpHost[]::new);
        // Said in so many words: where nothing is said, this client looks at the authority but not at the name in the
        // certificate.
        TlsStrategy tls = ClientTlsStrategyBuilder.create()
                .setSslContext(trusted(settings))
                .setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT)
                .setHostnameVerifier(HttpsSupport.getDefaultHostnameVerifier())
                .buildAsync();
        return ApacheHttpClient5TransportBuilder.builder(hosts)
                .setDefaultHeaders(
                        settings.login().stream().map(Connection::authorization).toArray(Header[]::new))
                .setConnectionConfigCallback(config -> config.setConnectTimeout(CONNECTING))
                .setRequestConfigCallback(config -> config.setResponseTimeout(ANSWERING))
                .setHttpClientConfigCallback(client -> {
                    var pool = PoolingAsyncClientConnectionManagerBuilder.create()
                            .setMaxConnTotal(MOST_CONNECTIONS)
                            .setMaxConnPerRoute(MOST_CONNECTIONS_A_NODE)
                            .setTlsStrategy(tls);
                    // A cluster sends nobody elsewhere; whoever does is not to be shown the password.
                    client.disableRedirectHandling();
                    return client.setConnectionManager(pool.build());
                })
                .build();
    }

    /** With every request: to wait until asked would send each body twice, and not everything in front of a cluster asks. */
    private static Header authorization(OpenSearchSettings.Login login) {
        byte[] both = (login.name() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
        return new BasicHeader(
                HttpHeaders.AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(both), true);
    }

    private static HttpHost host(URI node) {
        return new HttpHost(node.getScheme(), node.getHost(), node.getPort());
    }

    private static SSLContext trusted(OpenSearchSettings settings) throws IOException {
        if (settings.authorities().isPresent())
            return trusting(settings.authorities().get());
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("the JDK's own list of authorities cannot be used: " + e.getMessage(), e);
        }
    }

    private static SSLContext trusting(Path authorities) throws IOException {
        try (InputStream pem = Files.newInputStream(authorities)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("authority-" + number++, certificate);
            }
            if (number == 0) throw new IOException(authorities + " holds no certificate");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IOException(authorities + " cannot be used as a list of authorities: " + e.getMessage(), e);
        }
    }
}
