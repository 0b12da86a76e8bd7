package dev.jackstaff.edge.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The counters of upstream errors since the start of this process. Thread-safe. */
@ApplicationScoped
public class UpstreamErrors {
    private final Map<ErrorKind, LongAdder> counts = new EnumMap<>(ErrorKind.class);

    public UpstreamErrors() {
        for (ErrorKind kind : ErrorKind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /** The kind of an upstream error. */
    public enum ErrorKind {
        /** A fetch without a usable answer. */
        FETCH,
        /** A stream that was refused or ended. */
        STREAM,
        /** A failed token validation. */
        VALIDATE,
        /** A refused document. */
        DOCUMENT,
        /** A refused value in the data grid: it was not sealed by this installation. */
        SEAL,
        /** A failed or refused usage delivery. */
        USAGE,
        /** A failed edge status report. */
        STATUS;

        /** The label of the kind in metrics. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Counts one more error. */
    public void record(ErrorKind kind) {
        counts.getOrDefault(kind, new LongAdder()).increment();
    }

    /** The counts by kind. */
    public Map<ErrorKind, Long> counts() {
        Map<ErrorKind, Long> now = new EnumMap<>(ErrorKind.class);
        counts.forEach((kind, count) -> now.put(kind, count.sum()));
        return now;
    }
}
