package dev.jackstaff.edge.http;

import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.engine.condition.Network;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * The filter of client addresses: refuses denied addresses and, if an allow list is set, all others with 403. The
 * address is the connection's, whatever headers say. The 403 has no body.
 */
public class ClientAddressFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient List<Network> allowed;
    private final transient List<Network> denied;

    public ClientAddressFilter() {
        this(EdgeSettings.configured());
    }

    ClientAddressFilter(EdgeSettings settings) {
        this.allowed = settings.networks(EdgeSetting.ADDRESSES_ALLOWED);
        this.denied = settings.networks(EdgeSetting.ADDRESSES_DENIED);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (admits(request.getRemoteAddr())) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    boolean admits(String address) {
        return !anyContains(denied, address) && (allowed.isEmpty() || anyContains(allowed, address));
    }

    private static boolean anyContains(List<Network> networks, String address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
