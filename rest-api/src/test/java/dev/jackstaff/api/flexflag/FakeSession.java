package dev.jackstaff.api.flexflag;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A socket of an edge server, on which sending ends when a test says so. */
final class FakeSession {
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Queue<SendHandler> inFlight = new ConcurrentLinkedQueue<>();
    private final Session session = fake(Session.class, this::answer);
    private volatile boolean open = true;
    private volatile boolean broken;
    private final AtomicInteger pings = new AtomicInteger();
    private volatile @Nullable Principal principal;
    private volatile @Nullable CloseReason closeReason;

    Session session() {
        return session;
    }

    /** The messages given to the socket, the last one perhaps still in flight. */
    List<String> sent() {
        return sent;
    }

    int inFlight() {
        return inFlight.size();
    }

    int pings() {
        return pings.get();
    }

    boolean isOpen() {
        return open;
    }

    @Nullable
    CloseReason closeReason() {
        return closeReason;
    }

    void loginAs(Principal caller) {
        principal = caller;
    }

    void close() {
        open = false;
    }

    /** Lets each sending throw. */
    void breaks() {
        broken = true;
    }

    /** Ends the sending in flight, and those that follow from it. */
    void finishSending() {
        for (SendHandler next = inFlight.poll(); next != null; next = inFlight.poll()) {
            next.onResult(new SendResult());
        }
    }

    void failSending() {
        inFlight.remove().onResult(new SendResult(new IllegalStateException("of the test")));
    }

    private @Nullable Object answer(String method, Object @Nullable [] arguments) {
        switch (method) {
            case "isOpen" -> {
                return open;
            }
            case "getUserPrincipal" -> {
                return principal;
            }
            case "getAsyncRemote" -> {
                return fake(RemoteEndpoint.Async.class, this::answerRemote);
            }
            case "close" -> {
                open = false;
                closeReason = arguments == null ? null : (CloseReason) arguments[0];
            }
            default -> {}
        }
        return null;
    }

    private @Nullable Object answerRemote(String method, Object @Nullable [] arguments) {
        if (broken) {
            throw new IllegalStateException("of the test");
        }
        if (method.equals("sendText") && arguments != null) {
            sent.add((String) arguments[0]);
            inFlight.add((SendHandler) arguments[1]);
        } else if (method.equals("sendPing")) {
            pings.incrementAndGet();
        }
        return null;
    }

    private static <T> T fake(Class<T> type, BiFunction<String, Object[], @Nullable Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.apply(method.getName(), arguments)));
    }
}
