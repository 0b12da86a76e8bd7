package dev.jackstaff.protocols;

import dev.jackstaff.engine.condition.Network;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Tells who asks: where they put their key, where they come from behind proxies, and what an installation adds to every
 * context.
 */
@ApplicationScoped
public class Callers {
    /** Attributes of every context, {@code name=value,...}. */
    public static final String CONTEXT = "jackstaff.edge.context";

    /** Headers whose values are attributes, {@code Header=name,...}; stronger than {@link #CONTEXT}. */
    public static final String CONTEXT_HEADERS = "jackstaff.edge.context.headers";

    /** Whether {@code Forwarded} and {@code X-Forwarded-For} are believed. */
    public static final String TRUST = "jackstaff.edge.proxies.trust";

    /** The addresses and CIDR blocks of the proxies that are believed, where it is not all. Implies {@link #TRUST}. */
    public static final String TRUSTED = "jackstaff.edge.proxies.trusted";

    /** Unleash Edge's names for the last two. */
    private static final String UNLEASH_TRUST = "TRUST_PROXY";

    private static final String UNLEASH_TRUSTED = "PROXY_TRUSTED_SERVERS";

    private final Map<String, String> fixed;
    private final Map<String, String> headers;
    private final boolean trusting;
    private final List<Network> trusted;

    public Callers() {
        this(name -> value(ConfigProvider.getConfig(), name));
    }

    /** For installations with some settings. */
    Callers(Function<String, Optional<String>> settings) {
        fixed = pairs(settings.apply(CONTEXT).orElse(""));
        headers = pairs(settings.apply(CONTEXT_HEADERS).orElse(""));
        trusted = networks(settings.apply(TRUSTED)
                .or(() -> settings.apply(UNLEASH_TRUSTED))
                .orElse(""));
        trusting = !trusted.isEmpty()
                || Boolean.parseBoolean(settings.apply(TRUST)
                        .or(() -> settings.apply(UNLEASH_TRUST))
                        .orElse("false"));
    }

    /**
     * Who sends a request.
     *
     * @param header the request's headers: the value by name, null where there is none
     * @param peer the address at the other end of the connection
     */
    public Caller of(Function<String, @Nullable String> header, String peer) {
        return new Caller(PresentedKey.in(header), attributes(header), address(header, peer));
    }

    private Map<String, String> attributes(Function<String, @Nullable String> header) {
        if (headers.isEmpty()) {
            return fixed;
        }
        Map<String, String> attributes = new HashMap<>(fixed);
        headers.forEach((name, attribute) -> {
            String value = header.apply(name);
            if (value != null) {
                attributes.put(attribute, value);
            }
        });
        return attributes;
    }

    /** The last address of the way here that is no trusted proxy's; without a list of them, the first that is named. */
    private String address(Function<String, @Nullable String> header, String peer) {
        if (!trusting) {
            return peer;
        }
        List<String> way = ForwardedFor.in(header);
        if (trusted.isEmpty()) {
            return way.isEmpty() ? peer : way.get(0);
        }
        String from = peer;
        for (int i = way.size() - 1; i >= 0 && isTrusted(from); i--) {
            from = way.get(i);
        }
        return from;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String list) {
        List<Network> networks = new ArrayList<>();
        for (String text : parts(list)) {
            networks.add(Network.parse(text)
                    .orElseThrow(() -> new IllegalArgumentException(
                            TRUSTED + ": neither an IP address nor a CIDR block: " + text)));
        }
        return networks;
    }

    private static Map<String, String> pairs(String list) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : parts(list)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(CONTEXT + ": name=value expected, not " + pair);
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return Collections.unmodifiableMap(pairs);
    }

    private static List<String> parts(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Optional<String> value(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }
}
