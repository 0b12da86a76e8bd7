package dev.jackstaff.edge.tls.client;

import dev.jackstaff.edge.settings.EdgeSetting;
import java.util.Optional;

/**
 * The settings that name the files for TLS to a server.
 *
 * @param server the server, as log lines name it
 * @param additionalCaFile authorities beside those of the other file, or beside Java's
 * @param unverified a switch: the server may present any certificate
 * @param certificate a client certificate in a PEM file, whose key is in another
 * @param keyStore a client certificate with its key in a PKCS #12 file
 */
public record TlsSettings(
        String server,
        EdgeSetting caFile,
        Optional<EdgeSetting> additionalCaFile,
        Optional<EdgeSetting> unverified,
        EdgeSetting certificate,
        EdgeSetting key,
        EdgeSetting keyStore,
        EdgeSetting keyStorePassword) {
    /** The settings for every kind of upstream that is reached over HTTP. */
    public static final TlsSettings UPSTREAM = new TlsSettings(
            "the upstream",
            EdgeSetting.UPSTREAM_CA_FILE,
            Optional.of(EdgeSetting.UPSTREAM_ADDITIONAL_CA_FILE),
            Optional.of(EdgeSetting.UPSTREAM_UNVERIFIED),
            EdgeSetting.UPSTREAM_CLIENT_CERTIFICATE,
            EdgeSetting.UPSTREAM_CLIENT_KEY,
            EdgeSetting.UPSTREAM_CLIENT_KEYSTORE,
            EdgeSetting.UPSTREAM_CLIENT_KEYSTORE_PASSWORD);

    /** The settings for the Redis that edges share. */
    public static final TlsSettings REDIS = new TlsSettings(
            "Redis",
            EdgeSetting.STORE_REDIS_CA_FILE,
            Optional.empty(),
            Optional.empty(),
            EdgeSetting.STORE_REDIS_CLIENT_CERTIFICATE,
            EdgeSetting.STORE_REDIS_CLIENT_KEY,
            EdgeSetting.STORE_REDIS_CLIENT_KEYSTORE,
            EdgeSetting.STORE_REDIS_CLIENT_KEYSTORE_PASSWORD);
}
