package io.niaga.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the same machine does at the same time without any work: a bare Netty answer, alone and behind nginx; and nginx in the
 * gateway's place, in front of the same service.
 */
final class Reference implements AutoCloseable {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private final int port;
    private final Process server;
    private final Process proxy;

    private Reference(int port, Process server, Process proxy) {
        this.port = port;
        this.server = server;
        this.proxy = proxy;
    }

    static boolean nginxIsInstalled() {
        return Files.isExecutable(NGINX);
    }

    /** Opens {@code port} for the bare server, and the next two for nginx before it and before that service. */
    static Reference start(int port, String service, Path folder) throws IOException, InterruptedException {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        String.valueOf(port))
                .inheritIO()
                .start();
        Process proxy = nginxIsInstalled() ? nginx(port, service, folder) : server;
        Reference reference = new Reference(port, server, proxy);
        // A run that is interrupted leaves no server on these ports for the next one to measure by mistake.
        Runtime.getRuntime().addShutdownHook(new Thread(reference::close));
        reference.awaitReady();
        return reference;
    }

    String bare() {
        return "http://127.0.0.1:" + port;
    }

    String behindNginx() {
        return "http://127.0.0.1:" + (port + 1);
    }

    String serviceBehindNginx() {
        return "http://127.0.0.1:" + (port + 2);
    }

    Map<String, Long> processes() {
        Map<String, Long> pids = new TreeMap<>();
        pids.put("bare server", server.pid());
        if (proxy != server) {
            proxy.children().forEach(worker -> pids.put("nginx", worker.pid()));
        }
        return pids;
    }

    /** What of this takes part when nginx stands before a service, and the service's own processes. */
    Map<String, Long> beside(Map<String, Long> stack) {
        Map<String, Long> pids = new TreeMap<>(stack);
        pids.put("nginx", processes().getOrDefault("nginx", proxy.pid()));
        return pids;
    }

    private void awaitReady() throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try (Web web = new Web(proxy == server ? bare() : behindNginx())) {
                web.get("/").expect(200);
                if (!server.isAlive() || !proxy.isAlive()) {
                    throw new IllegalStateException("ports " + port + " and " + (port + 1) + " are somebody else's");
                }
                return;
            } catch (RuntimeException e) {
                if (tries == 50 || !server.isAlive() || !proxy.isAlive()) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private static Process nginx(int port, String service, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, """
                worker_processes 1;
                daemon off;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events { worker_connections 512; }
                http {
                  access_log off;
                  client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s; uwsgi_temp_path %1$s; scgi_temp_path %1$s;
                  upstream bare { server 127.0.0.1:%2$d; keepalive 32; }
                  upstream service { server %4$s; keepalive 32; }
                  server {
                    listen 127.0.0.1:%3$d;
                    location / { proxy_pass http://bare; proxy_http_version 1.1; proxy_set_header Connection ""; }
                  }
                  server {
                    listen 127.0.0.1:%5$d;
                    location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; }
                  }
                }
                """.formatted(
                        folder.toAbsolutePath(), port, port + 1, service.replace("http://", ""), port + 2));
        return new ProcessBuilder(
                        NGINX.toString(), "-c", configuration.toAbsolutePath().toString())
                .inheritIO()
                .start();
    }

    @Override
    public void close() {
        proxy.destroy();
        server.destroy();
    }
}
