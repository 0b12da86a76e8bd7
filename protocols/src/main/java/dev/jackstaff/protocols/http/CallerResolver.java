package dev.jackstaff.protocols.http;

import dev.jackstaff.engine.condition.Network;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import dev.jackstaff.protocols.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A resolver of the caller of a request: its key, its address behind trusted proxies, and configured context
 * attributes.
 */
@ApplicationScoped
public class CallerResolver {
    private final Map<String, String> fixedAttributes;
    private final Map<String, String> attributeByHeader;
    private final boolean trustsForwardedHeaders;
    private final List<Network> trustedProxies;

    public CallerResolver() {
        this(EdgeSettings.configured());
    }

    /** A resolver with the given settings. */
    CallerResolver(EdgeSettings settings) {
        fixedAttributes = pairs(settings, ProtocolSetting.CONTEXT);
        attributeByHeader = pairs(settings, ProtocolSetting.CONTEXT_HEADERS);
        trustedProxies = settings.networks(ProtocolSetting.PROXIES_TRUSTED);
        trustsForwardedHeaders = !trustedProxies.isEmpty() || settings.isOn(ProtocolSetting.PROXIES_TRUST);
    }

    /**
     * The caller that sent a request.
     *
     * @param header the request's headers: the value by name, null if absent
     * @param peer the address of the connection's other end
     */
    public Caller resolve(Function<String, @Nullable String> header, String peer) {
        return new Caller(PresentedKey.in(header), attributes(header), address(header, peer), SdkName.in(header));
    }

    /** The caller that sent a JAX-RS request. */
    public Caller resolve(HttpHeaders headers, HttpServletRequest request) {
        return resolve(headers::getHeaderString, request.getRemoteAddr());
    }

    /** The address that a request comes from: its sender's, or what trusted proxies recorded. */
    public String address(HttpServletRequest request) {
        return address(request::getHeader, request.getRemoteAddr());
    }

    private Map<String, String> attributes(Function<String, @Nullable String> header) {
        if (attributeByHeader.isEmpty()) {
            return fixedAttributes;
        }
        Map<String, String> attributes = new HashMap<>(fixedAttributes);
        attributeByHeader.forEach((name, attribute) -> {
            String value = header.apply(name);
            if (value != null) {
                attributes.put(attribute, value);
            }
        });
        return attributes;
    }

    /**
     * The last address of the forwarding chain that is no trusted proxy's; without a list of trusted proxies, the first
     * address.
     */
    private String address(Function<String, @Nullable String> header, String peer) {
        if (!trustsForwardedHeaders) {
            return peer;
        }
        List<String> addresses = ForwardedFor.addresses(header);
        if (trustedProxies.isEmpty()) {
            return addresses.isEmpty() ? peer : addresses.get(0);
        }
        String from = peer;
        for (int i = addresses.size() - 1; i >= 0 && isTrusted(from); i--) {
            from = addresses.get(i);
        }
        return from;
    }

    private boolean isTrusted(String address) {
        return trustedProxies.stream().anyMatch(network -> network.contains(address));
    }

    private static Map<String, String> pairs(EdgeSettings settings, Setting setting) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : settings.list(setting).orElse(List.of())) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(setting.property() + " must list name=value, not \"" + pair + "\"");
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return Collections.unmodifiableMap(pairs);
    }
}
