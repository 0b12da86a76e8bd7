package dev.jackstaff.background;

/**
 * The factory of daemon threads that the container does not know. They do not inherit from the creating thread: what a
 * thread of an application creates in the data grid is bound to that application ("tenant control"). So where the data
 * grid is involved, the container's executors are not used.
 */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** A new thread, not started. */
    public static Thread create(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }

    /** A started thread. */
    public static Thread start(String name, Runnable task) {
        Thread thread = create(name, task);
        thread.start();
        return thread;
    }
}
