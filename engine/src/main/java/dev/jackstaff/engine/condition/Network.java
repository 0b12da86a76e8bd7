package dev.jackstaff.engine.condition;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A block of IP addresses in CIDR notation (RFC 4632, RFC 4291); a single address is a block of one. Only literals are
 * parsed; host names are never resolved.
 *
 * @param octets the address length in bytes: 4 for IPv4, 16 for IPv6
 * @param prefix the significant leading bits of the address, as a number
 * @param suffixBits the number of insignificant trailing bits
 */
public record Network(int octets, BigInteger prefix, int suffixBits) {
    private static final int MAX_ADDRESS_LENGTH = 45;
    private static final int MAX_GROUP_LENGTH = 4;
    static final byte[] NO_ADDRESS = {};

    /** The network that a text denotes; empty if it is neither an address nor a block. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.length == 0) {
            return Optional.empty();
        }
        int bits = address.length * Byte.SIZE;
        int length = slash < 0 ? bits : prefixLength(text.substring(slash + 1)) - mappedBits(text, address);
        if (length < 0 || length > bits) {
            return Optional.empty();
        }
        BigInteger prefix = new BigInteger(1, address).shiftRight(bits - length);
        return Optional.of(new Network(address.length, prefix, bits - length));
    }

    /**
     * The number of leading bits to subtract from a prefix length: 96 for an IPv4 address mapped into IPv6, else 0.
     */
    private static int mappedBits(String text, byte[] address) {
        return address.length == 4 && text.indexOf(':') >= 0 ? 96 : 0;
    }

    /** Whether an address lies in the block; false if the text is not an address. */
    public boolean contains(String text) {
        byte[] address = address(text);
        return address.length == octets && prefix.equals(new BigInteger(1, address).shiftRight(suffixBits));
    }

    /** The block in CIDR notation. */
    @Override
    public String toString() {
        byte[] number = prefix.shiftLeft(suffixBits).toByteArray();
        byte[] address = new byte[octets];
        int copied = Math.min(number.length, octets);
        System.arraycopy(number, number.length - copied, address, octets - copied, copied);
        try {
            return InetAddress.getByAddress(address).getHostAddress() + "/" + (octets * Byte.SIZE - suffixBits);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The octets of an address literal; empty if the text is not one. */
    static byte[] address(String text) {
        if (text.length() > MAX_ADDRESS_LENGTH) {
            return NO_ADDRESS;
        }
        return text.indexOf(':') >= 0 ? parseIpv6(text) : parseIpv4(text);
    }

    /** The octets of an IPv4 literal; empty if the text is not one. A leading zero means octal elsewhere: refused. */
    private static byte[] parseIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return NO_ADDRESS;
        }
        byte[] octets = new byte[4];
        for (int i = 0; i < octets.length; i++) {
            int octet = smallNumber(parts[i], 255);
            boolean ambiguous = parts[i].length() > 1 && parts[i].charAt(0) == '0';
            if (octet < 0 || ambiguous) {
                return NO_ADDRESS;
            }
            octets[i] = (byte) octet;
        }
        return octets;
    }

    /**
     * The octets of an IPv6 literal; empty if the text is not one. A text of hexadecimal digits, colons and dots is
     * never resolved by the platform's parser. An IPv4 address mapped into IPv6 (RFC 4291, 2.5.5.2) becomes an IPv4
     * address.
     */
    private static byte[] parseIpv6(String text) {
        for (String group : text.split(":", -1)) {
            if (group.indexOf('.') >= 0 ? parseIpv4(group).length == 0 : !isHexadecimal(group)) {
                return NO_ADDRESS;
            }
        }
        try {
            return InetAddress.getByName("[" + text + "]").getAddress();
        } catch (UnknownHostException malformed) {
            return NO_ADDRESS;
        }
    }

    /** Whether a text has up to four hexadecimal digits, as a group of an IPv6 address does. */
    private static boolean isHexadecimal(String group) {
        return group.length() <= MAX_GROUP_LENGTH
                && group.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    }

    private static int prefixLength(String text) {
        return smallNumber(text, 128);
    }

    private static int smallNumber(String text, int max) {
        if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number <= max ? number : -1;
    }
}
