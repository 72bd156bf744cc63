package io.niaga.localstack.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Ready when an address answers 200. */
public record HttpProbe(URI address) implements Probe {
    private static final int PATIENCE = 2000;

    @Override
    public boolean ready() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
