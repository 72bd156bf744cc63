package io.niaga.service.clients;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Makes the pooled, keep-alive HTTP client of one remote. It never repeats, redirects, keeps cookies or unpacks. */
final class HttpConnections {
    private HttpConnections() {}

    static CloseableHttpClient to(ClientsProperties.Remote remote) {
        Timeout connect = Timeout.of(remote.connectTimeout());
        Timeout read = Timeout.of(remote.readTimeout());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(remote.concurrency())
                        .setMaxConnTotal(remote.concurrency())
                        .setDefaultConnectionConfig(connection(connect, read))
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(read)
                        .build())
                .evictIdleConnections(TimeValue.of(30, TimeUnit.SECONDS))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    static ConnectionConfig connection(Timeout connect, Timeout read) {
        return ConnectionConfig.custom()
                .setConnectTimeout(connect)
                .setSocketTimeout(read)
                // A service that stops drains for longer than this, so none is reused while it closes.
                .setIdleTimeout(Timeout.ofSeconds(5))
                // An address balances connections, not requests: one that lived on would never reach a later replica.
                .setTimeToLive(Timeout.ofSeconds(60))
                .build();
    }
}
