package dev.jackstaff.edge.server;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The end of a process whose edge cannot start. Payara Micro alone would go on running without an application, and a
 * supervisor would take that for a healthy edge. A Payara Server may have other applications, and goes on.
 */
public final class FailedStart {
    private static final int EXIT_CODE = 1;
    private static final String MICRO = "fish.payara.micro.impl.PayaraMicroImpl";
    private static final Logger LOG = Logger.getLogger(FailedStart.class.getName());

    private FailedStart() {}

    /** Ends the process with a sentence; returns if it is not the edge's own. */
    public static void end(String reason) {
        if (isProcessOfEdge()) {
            LOG.log(Level.SEVERE, "The edge cannot start: {0}", reason);
            halt();
        }
    }

    /** Ends the process because of an exception; returns if it is not the edge's own. */
    public static void end(Throwable cause) {
        if (!isProcessOfEdge()) {
            return;
        }
        String reason = cause.getMessage();
        if (reason != null && isRefusal(cause)) {
            end(reason);
        }
        LOG.log(Level.SEVERE, "The edge cannot start: " + cause, cause);
        halt();
    }

    /** Whether the exception's message is for those who configure the edge. */
    private static boolean isRefusal(Throwable cause) {
        return cause instanceof IllegalArgumentException
                || cause instanceof IllegalStateException
                || cause.getClass().getName().equals("jakarta.enterprise.inject.spi.DeploymentException");
    }

    @SuppressWarnings("SystemExitOutsideMain") // nothing is running yet, and the server's own end would wait for this
    private static void halt() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.flush();
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    static boolean isProcessOfEdge() {
        try {
            Class.forName(MICRO, false, FailedStart.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException anotherServer) {
            LOG.log(Level.FINE, "The server may have other applications.", anotherServer);
            return false;
        }
    }
}
