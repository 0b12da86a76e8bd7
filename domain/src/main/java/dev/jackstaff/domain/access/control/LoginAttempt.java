package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.access.entity.User;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Who attempts to log in, and from where: what the throttle counts.
 *
 * @param account an e-mail address as users have it, whether there is such a user or not
 * @param source an IPv4 address, or the first half of an IPv6 address, which is what one household or server has
 */
record LoginAttempt(String account, String source) {
    private static final int IPV6_NETWORK_BYTES = 8;

    static LoginAttempt of(String email, String address) {
        return new LoginAttempt(User.normalizeEmail(email), network(address));
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName("[" + address + "]").getAddress();
            return bytes.length <= IPV6_NETWORK_BYTES
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES), bytes.length))
                            .getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
