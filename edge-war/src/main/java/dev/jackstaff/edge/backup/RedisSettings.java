package dev.jackstaff.edge.backup;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;

/**
 * The settings of the Redis that edges share. The text form contains no secret.
 *
 * @param caFile the trusted certificate authorities; Java's own if it is empty
 * @param prefix the prefix of all names in Redis
 * @param timeout for a connection, and for each answer
 */
record RedisSettings(
        String host,
        int port,
        Credentials credentials,
        int database,
        boolean tls,
        Optional<Path> caFile,
        String prefix,
        Duration timeout) {
    private static final int DEFAULT_PORT = 6379;
    private static final int DEFAULT_TIMEOUT_MILLIS = 2_000;
    private static final String SECURE = "rediss";

    /** The user and password for Redis. */
    record Credentials(Optional<String> user, Optional<String> password) {
        @Override
        public String toString() {
            return user.orElse("default");
        }
    }

    /**
     * The configured Redis; empty when none is configured.
     *
     * @throws IllegalArgumentException if a setting is invalid; the message names the setting, and not its value
     */
    static Optional<RedisSettings> of(EdgeSettings settings) {
        Optional<URI> url = settings.text(EdgeSetting.STORE_REDIS_URL).map(RedisSettings::parseUrl);
        Optional<String> host = settings.text(EdgeSetting.STORE_REDIS_HOST).or(() -> url.map(URI::getHost));
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String mode = settings.text(EdgeSetting.STORE_REDIS_MODE).orElse("single");
        if (!mode.equalsIgnoreCase("single")) {
            throw new IllegalArgumentException(
                    EdgeSetting.STORE_REDIS_MODE.property() + ": must be single, not " + mode);
        }
        int port = url.map(URI::getPort).filter(given -> given > 0).orElse(DEFAULT_PORT);
        boolean secure = url.filter(given -> SECURE.equals(given.getScheme().toLowerCase(Locale.ROOT)))
                .isPresent();
        RedisSettings address = new RedisSettings(
                host.get(),
                settings.number(EdgeSetting.STORE_REDIS_PORT, port),
                credentials(settings, url),
                url.map(RedisSettings::database).orElse(0),
                secure || settings.isOn(EdgeSetting.STORE_REDIS_TLS),
                settings.text(EdgeSetting.STORE_REDIS_CA_FILE).map(Path::of),
                settings.text(EdgeSetting.STORE_REDIS_PREFIX).orElse("jackstaff"),
                Duration.ofMillis(
                        Math.max(1, settings.number(EdgeSetting.STORE_REDIS_TIMEOUT, DEFAULT_TIMEOUT_MILLIS))));
        address.clientConfig();
        return Optional.of(address);
    }

    private static URI parseUrl(String text) {
        try {
            URI url = new URI(text.contains(",") ? text.substring(0, text.indexOf(',')) : text);
            boolean supported = "redis".equalsIgnoreCase(url.getScheme()) || SECURE.equalsIgnoreCase(url.getScheme());
            if (!supported || url.getHost() == null) {
                throw invalidUrl();
            }
            return url;
        } catch (URISyntaxException hasTheValueInItsMessage) {
            throw invalidUrl();
        }
    }

    private static IllegalArgumentException invalidUrl() {
        return new IllegalArgumentException(EdgeSetting.STORE_REDIS_URL.property()
                + ": must be redis://user:password@host:port/database, or rediss:// for TLS");
    }

    private static Credentials credentials(EdgeSettings settings, Optional<URI> url) {
        Optional<String> said = url.map(URI::getUserInfo);
        Optional<String> user = said.map(info -> info.contains(":") ? info.substring(0, info.indexOf(':')) : "");
        Optional<String> password = said.map(info -> info.substring(info.indexOf(':') + 1));
        return new Credentials(
                settings.text(EdgeSetting.STORE_REDIS_USERNAME).or(() -> user.filter(name -> !name.isEmpty())),
                settings.text(EdgeSetting.STORE_REDIS_PASSWORD).or(() -> password.filter(word -> !word.isEmpty())));
    }

    private static int database(URI url) {
        String path = url.getPath() == null ? "" : url.getPath().replaceFirst("^/", "");
        try {
            return path.isEmpty() ? 0 : Integer.parseInt(path);
        } catch (NumberFormatException noNumber) {
            throw invalidUrl();
        }
    }

    HostAndPort hostAndPort() {
        return new HostAndPort(host, port);
    }

    /**
     * The configuration of the Redis client.
     *
     * @throws IllegalArgumentException if the file of certificates cannot be used
     */
    JedisClientConfig clientConfig() {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .timeoutMillis((int) timeout.toMillis())
                .clientName("jackstaff-edge")
                .database(database);
        credentials.user().ifPresent(config::user);
        credentials.password().ifPresent(config::password);
        if (tls) {
            SSLParameters checked = new SSLParameters();
            checked.setEndpointIdentificationAlgorithm("HTTPS");
            config.ssl(true).sslParameters(checked);
            caFile.ifPresent(file -> config.sslSocketFactory(socketFactoryTrusting(file)));
        }
        return config.build();
    }

    private static SSLSocketFactory socketFactoryTrusting(Path file) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int count = 0;
            for (Certificate authority : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                store.setCertificateEntry("authority-" + count++, authority);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException invalid) {
            throw new IllegalArgumentException(
                    EdgeSetting.STORE_REDIS_CA_FILE.property() + ": the certificates cannot be read: "
                            + invalid.getMessage(),
                    invalid);
        }
    }

    @Override
    public String toString() {
        return (tls ? SECURE : "redis") + "://" + host + ":" + port + "/" + database;
    }
}
