package dev.jackstaff.edge.thread;

/**
 * Threads that are the edge's own and end with the process. They inherit nothing of the thread that makes them: what is made in
 * the data grid on a thread of an application is bound to that application by the server ("tenant control"), and its events
 * then reach no member that lacks the application. This is why the container's executors are not used for them.
 */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** A thread that is still to be started. */
    public static Thread create(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    /** A thread that has been started. */
    public static Thread start(String name, Runnable task) {
        Thread thread = create(name, task);
        thread.start();
        return thread;
    }
}
