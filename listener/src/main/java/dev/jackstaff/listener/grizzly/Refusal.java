package dev.jackstaff.listener.grizzly;

import dev.jackstaff.listener.framing.HeadExcerpt;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The answer to a request that never reaches the application. */
final class Refusal {
    static final int REQUEST_TIMEOUT = 408;
    static final int UNAVAILABLE = 503;

    private static final Map<Integer, String> REASONS = Map.of(
            400,
            "Bad Request",
            REQUEST_TIMEOUT,
            "Request Timeout",
            413,
            "Content Too Large",
            417,
            "Expectation Failed",
            431,
            "Request Header Fields Too Large",
            501,
            "Not Implemented",
            UNAVAILABLE,
            "Service Unavailable",
            505,
            "HTTP Version Not Supported");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final RefusalForm form;
    private final Clock clock;

    Refusal(RefusalForm form) {
        this(form, Clock.systemUTC());
    }

    private Refusal(RefusalForm form, Clock clock) {
        this.form = form;
        this.clock = clock;
    }

    /** An answer after which the connection closes. */
    byte[] bytes(HeadExcerpt request, int status, String sentence) {
        RefusalForm.Answer answer = form.refuse(request, status, sentence);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + REASONS.getOrDefault(status, "Refused"));
        answer.headers()
                .forEach((name, value) ->
                        head.append("\r\n").append(name).append(": ").append(value));
        head.append("\r\nDate: ").append(DATE.format(clock.instant()));
        head.append("\r\nContent-Length: ").append(answer.body().length);
        head.append("\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n");
        byte[] bytes = Arrays.copyOf(
                head.toString().getBytes(StandardCharsets.ISO_8859_1), head.length() + answer.body().length);
        System.arraycopy(answer.body(), 0, bytes, head.length(), answer.body().length);
        return bytes;
    }
}
