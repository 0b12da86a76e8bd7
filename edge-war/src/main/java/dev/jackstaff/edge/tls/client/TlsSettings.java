package dev.jackstaff.edge.tls.client;

import dev.jackstaff.edge.settings.EdgeSetting;

/**
 * The settings that name the files for TLS to a server.
 *
 * @param server the server, as log lines name it
 * @param certificate a client certificate in a PEM file, whose key is in another
 * @param keyStore a client certificate with its key in a PKCS #12 file
 */
public record TlsSettings(
        String server,
        EdgeSetting caFile,
        EdgeSetting certificate,
        EdgeSetting key,
        EdgeSetting keyStore,
        EdgeSetting keyStorePassword) {
    /** The settings for every kind of upstream that is reached over HTTP. */
    public static final TlsSettings UPSTREAM = new TlsSettings(
            "the upstream",
            EdgeSetting.UPSTREAM_CA_FILE,
            EdgeSetting.UPSTREAM_CLIENT_CERTIFICATE,
            EdgeSetting.UPSTREAM_CLIENT_KEY,
            EdgeSetting.UPSTREAM_CLIENT_KEYSTORE,
            EdgeSetting.UPSTREAM_CLIENT_KEYSTORE_PASSWORD);

    /** The settings for the Redis that edges share. */
    public static final TlsSettings REDIS = new TlsSettings(
            "Redis",
            EdgeSetting.STORE_REDIS_CA_FILE,
            EdgeSetting.STORE_REDIS_CLIENT_CERTIFICATE,
            EdgeSetting.STORE_REDIS_CLIENT_KEY,
            EdgeSetting.STORE_REDIS_CLIENT_KEYSTORE,
            EdgeSetting.STORE_REDIS_CLIENT_KEYSTORE_PASSWORD);
}
