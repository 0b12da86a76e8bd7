package dev.jackstaff.engine.condition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A set of networks, indexed by prefix length: an address costs one lookup per length, however many networks there are.
 */
final class NetworkSet {
    private final List<Network> networks;
    private final List<PrefixesOfLength> sizes;

    /** The prefixes of all networks of one address family and prefix length. */
    private record PrefixesOfLength(int octets, int suffixBits, Set<BigInteger> prefixes) {}

    NetworkSet(Collection<Network> networks) {
        this.networks = List.copyOf(networks);
        Map<List<Integer>, PrefixesOfLength> bySize = new LinkedHashMap<>();
        for (Network network : networks) {
            List<Integer> size = List.of(network.octets(), network.suffixBits());
            bySize.computeIfAbsent(size, none -> new PrefixesOfLength(size.get(0), size.get(1), new LinkedHashSet<>()))
                    .prefixes()
                    .add(network.prefix());
        }
        this.sizes = new ArrayList<>(bySize.values());
    }

    List<Network> all() {
        return networks;
    }

    /** Whether an address lies in one of the networks. */
    boolean contains(byte[] address) {
        BigInteger number = new BigInteger(1, address);
        for (int i = 0; i < sizes.size(); i++) {
            PrefixesOfLength size = sizes.get(i);
            if (size.octets == address.length && size.prefixes.contains(number.shiftRight(size.suffixBits))) {
                return true;
            }
        }
        return false;
    }
}
