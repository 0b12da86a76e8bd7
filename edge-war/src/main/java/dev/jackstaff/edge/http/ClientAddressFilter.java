package dev.jackstaff.edge.http;

import dev.jackstaff.engine.condition.Network;
import dev.jackstaff.protocols.settings.EdgeSetting;
import dev.jackstaff.protocols.settings.EdgeSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Who may connect: nobody whose address is denied, and where some are allowed, only they. The address is that at the other
 * end of the connection, whatever a header says. Refused is with 403 and nothing else.
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
