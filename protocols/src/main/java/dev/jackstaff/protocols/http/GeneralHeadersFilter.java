package dev.jackstaff.protocols.http;

import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The filter that sets the headers that every answer has: the date, and for caches the rule that an answer is for one
 * client alone and must be revalidated. Answers depend on keys, and on contexts that may be in headers, so {@code Vary}
 * names all of those: caches spare {@code Authorization} by themselves, but no other header. Routes may set another
 * {@code Cache-Control}, but leave {@code Vary} alone.
 */
public class GeneralHeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String PRIVATE = "private, no-cache";

    private final transient HttpDate date;
    private final String vary;

    public GeneralHeadersFilter() {
        this(Clock.systemUTC(), EdgeSettings.configured());
    }

    GeneralHeadersFilter(Clock clock, EdgeSettings settings) {
        this.date = new HttpDate(clock);
        this.vary = String.join(", ", headersThatChooseAnswers(settings));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!response.containsHeader("Vary")) { // an error page has those of its request
            response.setHeader("Date", date.now());
            response.setHeader("Cache-Control", PRIVATE);
            response.setHeader("Vary", vary);
        }
        chain.doFilter(request, response);
    }

    private static List<String> headersThatChooseAnswers(EdgeSettings settings) {
        Stream<String> keys = Stream.concat(
                Stream.of("Accept-Encoding", "Authorization"),
                InstalledProtocols.headers(Protocol::keyHeaders).stream());
        Stream<String> configured =
                Stream.concat(settings.text(ProtocolSetting.KEY_HEADER).stream(), contextHeaders(settings));
        return Stream.concat(keys, configured).distinct().collect(Collectors.toUnmodifiableList());
    }

    private static Stream<String> contextHeaders(EdgeSettings settings) {
        return settings.list(ProtocolSetting.CONTEXT_HEADERS).orElse(List.of()).stream()
                .map(pair -> pair.substring(0, Math.max(0, pair.indexOf('='))).strip())
                .filter(name -> !name.isEmpty());
    }
}
