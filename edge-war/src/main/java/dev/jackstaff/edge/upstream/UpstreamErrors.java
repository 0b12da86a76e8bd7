package dev.jackstaff.edge.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often what this edge has to do with its upstream failed, since the start of this process. Safe for threads. */
@ApplicationScoped
public class UpstreamErrors {
    private final Map<ErrorKind, LongAdder> counts = new EnumMap<>(ErrorKind.class);

    public UpstreamErrors() {
        for (ErrorKind kind : ErrorKind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /** What failed. */
    public enum ErrorKind {
        /** It was asked, and gave no answer that could be used. */
        FETCH,
        /** A stream of changes was refused, or ended unasked. */
        STREAM,
        /** It was asked about tokens. */
        VALIDATE,
        /** What it gave was refused. */
        DOCUMENT,
        /** It did not take usage. */
        USAGE,
        /** It did not take the status of edges. */
        STATUS;

        /** As a word. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** It failed once more. */
    public void record(ErrorKind kind) {
        counts.getOrDefault(kind, new LongAdder()).increment();
    }

    /** All of them. */
    public Map<ErrorKind, Long> counts() {
        Map<ErrorKind, Long> now = new EnumMap<>(ErrorKind.class);
        counts.forEach((kind, count) -> now.put(kind, count.sum()));
        return now;
    }
}
