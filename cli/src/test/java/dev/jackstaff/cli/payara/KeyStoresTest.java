package dev.jackstaff.cli.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoresTest {
    private static final char[] SHIPPED = "changeit".toCharArray();

    private final Path directory;

    KeyStoresTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void theStoresAndTheirKeysOpenWithTheNewPasswordOnly() throws Exception {
        store("keystore.p12", "PKCS12");
        store("domain-passwords", "JCEKS");

        new KeyStores(directory).changePassword("another");

        for (Path file : new Path[] {directory.resolve("keystore.p12"), directory.resolve("domain-passwords")}) {
            String type = file.endsWith("keystore.p12") ? "PKCS12" : "JCEKS";
            KeyStore opened = load(file, type, "another".toCharArray());
            assertThat(opened.getKey("key", "another".toCharArray()).getEncoded())
                    .isEqualTo(new byte[16]);
            assertThatThrownBy(() -> load(file, type, SHIPPED)).isInstanceOf(IOException.class);
        }
    }

    private void store(String name, String type) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, SHIPPED);
        store.setKeyEntry("key", new SecretKeySpec(new byte[16], "AES"), SHIPPED, null);
        try (OutputStream out = Files.newOutputStream(directory.resolve(name))) {
            store.store(out, SHIPPED);
        }
    }

    private static KeyStore load(Path file, String type, char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }
}
