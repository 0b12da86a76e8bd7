package dev.jackstaff.cli.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** The reasons why a server could not be asked, in words. */
final class ConnectionFault {
    private ConnectionFault() {}

    /**
     * The reason as the end of a sentence.
     *
     * @param limit how long the answer was awaited
     */
    static String of(IOException failure, Duration limit) {
        if (failure instanceof HttpConnectTimeoutException) {
            return "no connection within " + JsonHttpClient.CONNECT_TIMEOUT.toSeconds() + " s";
        }
        if (failure instanceof HttpTimeoutException) {
            return "no answer within " + limit.toMillis() / 1000.0 + " s";
        }
        if (failure instanceof SSLException) {
            return "TLS failed: " + failure.getMessage()
                    + ". If it has a certificate of its own, name its authority with --ca-certificate-file";
        }
        if (failure instanceof ConnectException) {
            return causedByUnknownHost(failure) ? "the host is unknown" : "nothing listens there (connection refused)";
        }
        return "the connection ended without an answer: " + failure.getMessage();
    }

    private static boolean causedByUnknownHost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }
}
