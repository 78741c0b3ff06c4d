package dev.rung.catalogue.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
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
        SSLContext tls = settings.authorities().isPresent()
                ? trusting(settings.authorities().get())
                : null;
        return ApacheHttpClient5TransportBuilder.builder(hosts)
                .setConnectionConfigCallback(config -> config.setConnectTimeout(CONNECTING))
                .setRequestConfigCallback(config -> config.setResponseTimeout(ANSWERING))
                .setHttpClientConfigCallback(client -> {
                    var pool = PoolingAsyncClientConnectionManagerBuilder.create()
                            .setMaxConnTotal(MOST_CONNECTIONS)
                            .setMaxConnPerRoute(MOST_CONNECTIONS_A_NODE);
                    if (tls != null) {
                        pool.setTlsStrategy(ClientTlsStrategyBuilder.create()
                                .setSslContext(tls)
                                .buildAsync());
                    }
                    settings.login().ifPresent(login -> {
                        var known = new BasicCredentialsProvider();
                        for (HttpHost host : hosts) {
                            known.setCredentials(
                                    new AuthScope(host),
                                    new UsernamePasswordCredentials(
                                            login.name(), login.password().toCharArray()));
                        }
                        client.setDefaultCredentialsProvider(known);
                    });
                    return client.setConnectionManager(pool.build());
                })
                .build();
    }

    private static HttpHost host(URI node) {
        return new HttpHost(node.getScheme(), node.getHost(), node.getPort());
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
