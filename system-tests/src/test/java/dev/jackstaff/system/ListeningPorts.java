package dev.jackstaff.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The addresses at which a process accepts TCP connections, as Linux tells them. */
final class ListeningPorts {
    private static final String LISTEN = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int WORD_BYTES = 4;
    private static final int HEXADECIMAL = 16;

    private ListeningPorts() {}

    /** Each as {@code address:port}; an IPv4 address is told as one also where IPv6 carries it. */
    static Set<String> of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        Set<String> own = sockets(process);
        Set<String> addresses = new TreeSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(process.resolve(table))) {
                List<String> columns = List.of(line.strip().split("\\s+", -1));
                if (columns.get(STATE).equals(LISTEN) && own.contains("socket:[" + columns.get(INODE) + "]")) {
                    addresses.add(address(columns.get(ADDRESS)));
                }
            }
        }
        return addresses;
    }

    private static Set<String> sockets(Path process) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            for (Path file : files.toList()) {
                try {
                    sockets.add(Files.readSymbolicLink(file).toString());
                } catch (IOException closed) {
                    // a file that was closed meanwhile is none that listens
                }
            }
        }
        return sockets;
    }

    /** An address of words in the machine's order, and a port. */
    private static String address(String column) throws UnknownHostException {
        int colon = column.indexOf(':');
        byte[] raw = HexFormat.of().parseHex(column.substring(0, colon));
        List<Byte> bytes = new ArrayList<>();
        for (int word = 0; word < raw.length; word += WORD_BYTES) {
            List<Byte> reversed = new ArrayList<>();
            for (int i = 0; i < WORD_BYTES; i++) {
                reversed.add(raw[word + i]);
            }
            Collections.reverse(reversed);
            bytes.addAll(reversed);
        }
        byte[] address = new byte[bytes.size()];
        for (int i = 0; i < address.length; i++) {
            address[i] = bytes.get(i);
        }
        return InetAddress.getByAddress(address).getHostAddress() + ":"
                + Integer.parseInt(column.substring(colon + 1), HEXADECIMAL);
    }
}
