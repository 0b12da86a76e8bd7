package dev.jackstaff.edge.backup;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.edge.tls.client.ReloadableSslContext;
import dev.jackstaff.edge.tls.client.TlsSettings;
import dev.jackstaff.protocols.settings.EdgeSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;

/**
 * The settings of the Redis that edges share. The text form contains no secret.
 *
 * @param tls the certificates for TLS; empty for a connection without TLS
 * @param prefix the prefix of all names in Redis
 * @param timeout for a connection, and for each answer
 */
record RedisSettings(
        String host,
        int port,
        Credentials credentials,
        int database,
        Optional<ReloadableSslContext> tls,
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
        boolean secure =
                url.filter(given -> SECURE.equalsIgnoreCase(given.getScheme())).isPresent()
                        || settings.isOn(EdgeSetting.STORE_REDIS_TLS);
        return Optional.of(new RedisSettings(
                host.get(),
                settings.number(EdgeSetting.STORE_REDIS_PORT, port),
                credentials(settings, url),
                url.map(RedisSettings::database).orElse(0),
                secure ? Optional.of(ReloadableSslContext.of(TlsSettings.REDIS, settings)) : Optional.empty(),
                settings.text(EdgeSetting.STORE_REDIS_PREFIX).orElse("jackstaff"),
                Duration.ofMillis(
                        Math.max(1, settings.number(EdgeSetting.STORE_REDIS_TIMEOUT, DEFAULT_TIMEOUT_MILLIS)))));
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

    /** The configuration of a new connection, with the present certificates. */
    JedisClientConfig clientConfig() {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .timeoutMillis((int) timeout.toMillis())
                .clientName("jackstaff-edge")
                .database(database);
        credentials.user().ifPresent(config::user);
        credentials.password().ifPresent(config::password);
        tls.ifPresent(certificates -> {
            SSLParameters checked = new SSLParameters();
            checked.setEndpointIdentificationAlgorithm("HTTPS");
            config.ssl(true).sslParameters(checked);
            certificates.current().map(SSLContext::getSocketFactory).ifPresent(config::sslSocketFactory);
        });
        return config.build();
    }

    @Override
    public String toString() {
        return (tls.isPresent() ? SECURE : "redis") + "://" + host + ":" + port + "/" + database;
    }
}
