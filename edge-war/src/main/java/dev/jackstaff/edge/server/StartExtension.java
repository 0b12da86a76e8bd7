package dev.jackstaff.edge.server;

import dev.jackstaff.background.DaemonThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;

/**
 * The CDI extension that ends the process with one sentence if the edge cannot start: because a part of it refuses, or
 * because the server does not deploy it. Background work begins when the application is running.
 */
public class StartExtension implements Extension {
    /** An extension is made before anything else of an application. */
    public StartExtension() {
        DaemonThreads.hold();
        PayaraKernel.onApplicationRunning(DaemonThreads::release);
        PayaraKernel.onDeploymentFailure(() -> {
            FailedStart.end("the server did not deploy it; the reason is above in the log");
            DaemonThreads.release();
        });
    }

    <T, X> void guard(@Observes ProcessObserverMethod<T, X> event) {
        ObserverMethod<T> observer = event.getObserverMethod();
        if (observer.getBeanClass().getName().startsWith("dev.jackstaff.")
                && observer.getObservedQualifiers().contains(Initialized.Literal.of(ApplicationScoped.class))) {
            event.configureObserverMethod().notifyWith(context -> notify(observer, context));
        }
    }

    private static <T> void notify(ObserverMethod<T> observer, EventContext<T> context) {
        try {
            observer.notify(context);
        } catch (RuntimeException | Error failed) {
            FailedStart.end(failed);
            throw failed;
        }
    }
}
