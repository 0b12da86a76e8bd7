package dev.jackstaff.edge.tls;

import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import org.jspecify.annotations.Nullable;

/** The security provider through which Payara finds the edge's key manager. */
final class ReloadableKeyManagerProvider extends Provider {
    /** The key algorithm name in the settings of Payara's listeners. */
    static final String ALGORITHM = "Jackstaff";

    private static final long serialVersionUID = 1L;

    private ReloadableKeyManagerProvider(ReloadableKeyManager keyManager) {
        super("Jackstaff", "1", "The edge's certificate");
        putService(
                new Service(
                        this, "KeyManagerFactory", ALGORITHM, ReloadableKeyManagerFactory.class.getName(), null, null) {
                    @Override
                    public Object newInstance(@Nullable Object parameter) {
                        return new ReloadableKeyManagerFactory(keyManager);
                    }
                });
    }

    static void install(ReloadableKeyManager keyManager) {
        remove();
        Security.addProvider(new ReloadableKeyManagerProvider(keyManager));
    }

    static void remove() {
        Security.removeProvider("Jackstaff");
    }

    private static final class ReloadableKeyManagerFactory extends KeyManagerFactorySpi {
        private final ReloadableKeyManager keyManager;

        ReloadableKeyManagerFactory(ReloadableKeyManager keyManager) {
            this.keyManager = keyManager;
        }

        @Override
        protected void engineInit(@Nullable KeyStore servers, char @Nullable [] password) {}

        @Override
        protected void engineInit(@Nullable ManagerFactoryParameters parameters) {}

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return new KeyManager[] {keyManager};
        }
    }
}
