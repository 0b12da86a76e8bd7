package dev.jackstaff.listener;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glassfish.grizzly.nio.NIOTransport;
import org.jspecify.annotations.Nullable;

/**
 * The transports of Payara's network listeners, the one for administration excepted. Found by reflection, because
 * Payara's modules are in no registry (decision 0013).
 */
final class PayaraListeners {
    private static final String ADMINISTRATION = "admin-listener";
    private static final String CONFIGURATION = "org.glassfish.grizzly.config.dom.";

    private PayaraListeners() {}

    /**
     * The transports of the listeners that are open now, by name.
     *
     * @throws IllegalStateException if this server is not a supported Payara version
     */
    static Map<String, NIOTransport> transports() {
        try {
            Object service = service("org.glassfish.api.container.RequestDispatcher");
            Map<String, NIOTransport> transports = new TreeMap<>();
            for (Object listener : configuredListeners(service)) {
                String name = String.valueOf(call(CONFIGURATION + "NetworkListener", listener, "getName"));
                Object proxy = ADMINISTRATION.equals(name) ? null : proxy(service, listener);
                if (proxy != null && transport(proxy) instanceof NIOTransport transport && !transport.isStopped()) {
                    transports.put(name, transport);
                }
            }
            return transports;
        } catch (ReflectiveOperationException another) {
            Throwable reason = another instanceof InvocationTargetException thrown ? thrown.getCause() : another;
            throw new IllegalStateException("this server is not a supported Payara version: " + reason, reason);
        }
    }

    /** The elements of the configuration are proxies, whose methods only their interfaces make accessible. */
    private static List<?> configuredListeners(Object service) throws ReflectiveOperationException {
        Object locator = call(service.getClass().getName(), service, "getHabitat");
        String type = "com.sun.enterprise.config.serverbeans.Config";
        Object config = load("org.glassfish.hk2.api.ServiceLocator")
                .getMethod("getService", Class.class, String.class, Annotation[].class)
                .invoke(locator, load(type), "default-instance-name", new Annotation[0]);
        Object network = call(type, config, "getNetworkConfig");
        Object listeners = call(CONFIGURATION + "NetworkConfig", network, "getNetworkListeners");
        return (List<?>) call(CONFIGURATION + "NetworkListeners", listeners, "getNetworkListener");
    }

    private static @Nullable Object proxy(Object service, Object listener) throws ReflectiveOperationException {
        return service.getClass()
                .getMethod("lookupNetworkProxy", load(CONFIGURATION + "NetworkListener"))
                .invoke(service, listener);
    }

    private static @Nullable Object transport(Object proxy) throws ReflectiveOperationException {
        Object listener = proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
        return listener == null
                ? null
                : listener.getClass().getMethod("getTransport").invoke(listener);
    }

    private static Object service(String type) throws ReflectiveOperationException {
        return load("org.glassfish.internal.api.Globals")
                .getMethod("get", Class.class)
                .invoke(null, load(type));
    }

    private static Object call(String type, Object target, String method) throws ReflectiveOperationException {
        Class<?> declaring = type.equals(target.getClass().getName()) ? target.getClass() : load(type);
        return declaring.getMethod(method).invoke(target);
    }

    private static Class<?> load(String type) throws ClassNotFoundException {
        return Class.forName(type, true, PayaraListeners.class.getClassLoader());
    }
}
