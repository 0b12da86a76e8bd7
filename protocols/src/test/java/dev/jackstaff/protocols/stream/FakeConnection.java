package dev.jackstaff.protocols.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A fake client connection that accepts bytes when a test allows it. As in a container, completing it notifies its
 * listener.
 */
final class FakeConnection {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final AtomicInteger completions = new AtomicInteger();
    private final AsyncContext context = fake(AsyncContext.class, this::answer);
    private volatile boolean ready = true;
    private volatile boolean broken;
    private volatile @Nullable AsyncListener listener;
    private volatile Runnable whileWriting = () -> {};

    private final ServletOutputStream out = new ServletOutputStream() {
        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener writer) {}

        @Override
        public void write(int octet) {
            written.write(octet);
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            whileWriting.run();
            if (broken) {
                throw new IOException("gone");
            }
            written.write(bytes);
        }
    };

    void takesNothing() {
        ready = false;
    }

    void takesAgain() {
        ready = true;
    }

    void breaks() {
        broken = true;
    }

    /** Sets an action that runs in the middle of each write. */
    void whileWriting(Runnable action) {
        whileWriting = action;
    }

    String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    int completions() {
        return completions.get();
    }

    AsyncContext context() {
        return context;
    }

    HttpServletRequest request() {
        return fake(HttpServletRequest.class, (method, arguments) -> context);
    }

    private @Nullable Object answer(String method, Object[] arguments) {
        switch (method) {
            case "getResponse" -> {
                return fake(ServletResponse.class, (getter, none) -> out);
            }
            case "addListener" -> listener = (AsyncListener) arguments[0];
            case "complete" -> complete();
            default -> {}
        }
        return null;
    }

    private void complete() {
        if (completions.incrementAndGet() > 1) {
            throw new IllegalStateException("completed already");
        }
        AsyncListener told = listener;
        if (told != null) {
            try {
                told.onComplete(new AsyncEvent(context));
            } catch (IOException unforeseen) {
                throw new IllegalStateException(unforeseen);
            }
        }
    }

    private static <T> T fake(Class<T> type, BiFunction<String, Object[], @Nullable Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.apply(method.getName(), arguments)));
    }
}
