package dev.jackstaff.edge.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Payara's kernel: asadmin commands and server events. Called by reflection, because Payara's modules are in no
 * registry (decision 0013).
 */
public final class PayaraKernel {
    /** The common prefix of listener settings in asadmin get and set. */
    public static final String LISTENER_PREFIX =
            "configs.config.server-config.network-config.network-listeners.network-listener.";

    private static final String RUNNING = "Application_Running";
    private static final String UNDEPLOYMENT = "Undeployment_Validation"; // the only one that the server waits for
    private static final String DEPLOYMENT_FAILED = "Deployment_Failed";
    private static final String PREPARE_SHUTDOWN = "prepare_shutdown";

    private PayaraKernel() {}

    /**
     * Runs an asadmin command in this server, one at a time.
     *
     * @throws IllegalStateException if it fails, with its output
     */
    public static synchronized String runCommand(String command, String... parameters) {
        try {
            Object runner = service("org.glassfish.embeddable.CommandRunner");
            Object result = loadClass("org.glassfish.embeddable.CommandRunner")
                    .getMethod("run", String.class, String[].class)
                    .invoke(runner, command, parameters);
            Class<?> type = loadClass("org.glassfish.embeddable.CommandResult");
            String output = String.valueOf(type.getMethod("getOutput").invoke(result));
            Object status = type.getMethod("getExitStatus").invoke(result);
            if (!"SUCCESS".equals(String.valueOf(status))) {
                throw new IllegalStateException("asadmin " + command + ": " + output);
            }
            return output;
        } catch (ReflectiveOperationException another) {
            throw notPayara(another);
        }
    }

    /** Runs an action once, when the application that is being started is running. */
    public static void onApplicationRunning(Runnable next) {
        AtomicBoolean done = new AtomicBoolean();
        onEvent(RUNNING, () -> {
            if (done.compareAndSet(false, true)) {
                next.run();
            }
        });
    }

    /** Runs an action when the server does not deploy an application. */
    static void onDeploymentFailure(Runnable action) {
        onEvent(DEPLOYMENT_FAILED, action);
    }

    /** Runs an action before the server undeploys an application; the server waits for its end. */
    static void beforeUndeployment(Runnable action) {
        onEvent(UNDEPLOYMENT, action);
    }

    /** Runs an action before the server stops; the server waits for its end. */
    public static void beforeShutdown(Runnable last) {
        onEvent(PREPARE_SHUTDOWN, last);
    }

    private static void onEvent(String event, Runnable action) {
        try {
            Class<?> events = loadClass("org.glassfish.api.event.Events");
            Class<?> listener = loadClass("org.glassfish.api.event.EventListener");
            Method name =
                    loadClass("org.glassfish.api.event.EventListener$Event").getMethod("name");
            Object eventListener = Proxy.newProxyInstance(
                    listener.getClassLoader(),
                    new Class<?>[] {listener},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "hashCode" -> System.identityHashCode(proxy);
                        case "equals" -> proxy == arguments[0];
                        case "toString" -> "the edge, at " + event;
                        default -> {
                            if (event.equals(name.invoke(arguments[0]))) {
                                action.run();
                            }
                            yield null;
                        }
                    });
            events.getMethod("register", listener).invoke(service(events.getName()), eventListener);
        } catch (ReflectiveOperationException another) {
            throw notPayara(another);
        }
    }

    private static Object service(String type) throws ReflectiveOperationException {
        return loadClass("org.glassfish.internal.api.Globals")
                .getMethod("get", Class.class)
                .invoke(null, loadClass(type));
    }

    private static Class<?> loadClass(String type) throws ClassNotFoundException {
        return Class.forName(type, true, PayaraKernel.class.getClassLoader());
    }

    private static IllegalStateException notPayara(ReflectiveOperationException cause) {
        Throwable reason = cause instanceof InvocationTargetException thrown ? thrown.getTargetException() : cause;
        return new IllegalStateException("this server is not a supported Payara version: " + reason, reason);
    }
}
