package dev.jackstaff.listener.grizzly;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOStrategy;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/** The choice of threads: what is framed is read by the selector's thread; all else is as the server has it. */
@SuppressWarnings("rawtypes") // as in the interface
final class FramedReadStrategy implements IOStrategy {
    private final FrontDoorFilter filter;
    private final IOStrategy original;

    FramedReadStrategy(FrontDoorFilter filter, IOStrategy original) {
        this.filter = filter;
        this.original = original;
    }

    IOStrategy original() {
        return original;
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event) throws IOException {
        return executeIoEvent(connection, event, true);
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event, boolean isEnabled) throws IOException {
        return strategy(connection, event).executeIoEvent(connection, event, isEnabled);
    }

    @Override
    public Executor getThreadPoolFor(Connection connection, IOEvent event) {
        return strategy(connection, event).getThreadPoolFor(connection, event);
    }

    @Override
    public ThreadPoolConfig createDefaultWorkerPoolConfig(Transport transport) {
        return original.createDefaultWorkerPoolConfig(transport);
    }

    private IOStrategy strategy(Connection<?> connection, IOEvent event) {
        return event == IOEvent.READ && filter.isFramed(connection) ? SameThreadIOStrategy.getInstance() : original;
    }
}
