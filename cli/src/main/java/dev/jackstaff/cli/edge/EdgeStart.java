package dev.jackstaff.cli.edge;

import dev.jackstaff.cli.terminal.CommandFailedException;
import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.edge.settings.ReplacedProduct;
import dev.jackstaff.edge.settings.ServerSetting;
import dev.jackstaff.edge.settings.StartCheck;
import dev.jackstaff.edge.settings.UpstreamKind;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.Setting;
import dev.jackstaff.protocols.settings.SettingFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The start of an edge with the settings of its environment and the options of its command, which are stronger. What
 * cannot work is refused before the server starts.
 *
 * @param properties the system properties that the server needs beside the environment
 */
record EdgeStart(int port, boolean json, Map<String, String> properties) {
    private static final int MAX_PORT = 65_535;

    /**
     * A checked start.
     *
     * @param options the values of options, by the variables of the same meaning
     * @throws CommandFailedException with a sentence, if the edge cannot start
     */
    static EdgeStart of(EdgeMode mode, Map<String, String> environment, Map<String, String> options) {
        try {
            return checked(mode, environment, options);
        } catch (IllegalArgumentException invalid) {
            throw new CommandFailedException("The edge cannot start: " + invalid.getMessage(), invalid);
        }
    }

    private static EdgeStart checked(EdgeMode mode, Map<String, String> environment, Map<String, String> options) {
        Map<String, String> properties = new LinkedHashMap<>(options);
        for (Setting setting : EdgeSetting.all()) {
            EdgeSettings.of(options).text(setting).ifPresent(value -> properties.put(setting.property(), value));
        }
        EdgeSettings given = settings(environment, properties);
        ReplacedProduct product = mode == EdgeMode.OFFLINE ? ReplacedProduct.UNLEASH_EDGE : product(given);
        properties.put(EdgeSetting.UPSTREAM_KIND.property(), kind(mode, given).key());
        int port = given.number(ServerSetting.PORT, product.port());
        properties.put(ServerSetting.PORT.property(), Integer.toString(port));
        int securePort = given.number(ServerSetting.TLS_PORT, product.securePort());
        properties.put(ServerSetting.TLS_PORT.property(), Integer.toString(securePort));
        EdgeSettings all = settings(environment, properties);
        StartCheck.check(all);
        String address = all.text(ServerSetting.ADDRESS).orElse("0.0.0.0");
        requireFree(address, port, ServerSetting.PORT);
        if (StartCheck.servesHttps(all)) {
            requireFree(address, securePort, ServerSetting.TLS_PORT);
        }
        boolean json = all.text(ServerSetting.LOG_FORM)
                .filter(SettingFormat.JSON::equals)
                .isPresent();
        return new EdgeStart(port, json, properties);
    }

    /** The properties as options of Java. */
    List<String> systemProperties() {
        return properties.entrySet().stream()
                .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                .toList();
    }

    /** Properties, and below them the environment as MicroProfile Config reads it. */
    private static EdgeSettings settings(Map<String, String> environment, Map<String, String> properties) {
        return EdgeSettings.of(properties.keySet(), name -> Optional.ofNullable(properties.get(name))
                .or(() -> Optional.ofNullable(environment.get(name)))
                .or(() -> Optional.ofNullable(environment.get(variable(name)))));
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static ReplacedProduct product(EdgeSettings given) {
        return unleashAndFile(given) ? ReplacedProduct.UNLEASH_EDGE : ReplacedProduct.of(given);
    }

    private static UpstreamKind kind(EdgeMode mode, EdgeSettings given) {
        boolean chosen = given.text(EdgeSetting.UPSTREAM_KIND).isPresent();
        if (mode == EdgeMode.OFFLINE) {
            if (chosen && UpstreamKind.of(given) != UpstreamKind.FILE) {
                throw new IllegalArgumentException(EdgeSetting.UPSTREAM_KIND.property()
                        + " must be file or not set, because the edge is started offline");
            }
            return UpstreamKind.FILE;
        }
        if (unleashAndFile(given)) {
            return UpstreamKind.UNLEASH;
        }
        UpstreamKind kind = UpstreamKind.of(given);
        if (kind == UpstreamKind.GRID
                && !chosen
                && given.text(EdgeSetting.GRID_MEMBERS).isEmpty()) {
            throw new IllegalArgumentException("nothing says where flags come from. Use --upstream-url for an Unleash"
                    + " server, set ENVIRONMENT_KEY_PAIRS for a Flagsmith API, or "
                    + EdgeSetting.UPSTREAM_KIND.property() + " to grid or http for a Jackstaff hub");
        }
        return kind;
    }

    /** Whether both of Unleash Edge's modes are configured; then the command says which is meant. */
    private static boolean unleashAndFile(EdgeSettings given) {
        return given.text(EdgeSetting.UPSTREAM_KIND).isEmpty()
                && given.value("UPSTREAM_URL").isPresent()
                && given.value("BOOTSTRAP_FILE").isPresent();
    }

    /** Fails if nothing can listen there: an edge that nobody can reach must not look as if it ran. */
    private static void requireFree(String address, int port, ServerSetting setting) {
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException(setting.property() + " must be a port within 1.." + MAX_PORT);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    ServerSetting.ADDRESS.property() + " must be an address of this machine, not \"" + address + "\"",
                    unknown);
        } catch (IOException taken) {
            throw new IllegalArgumentException(
                    "nothing can listen on " + address + ", port " + port + " (" + setting.property() + "): "
                            + taken.getMessage(),
                    taken);
        }
    }
}
