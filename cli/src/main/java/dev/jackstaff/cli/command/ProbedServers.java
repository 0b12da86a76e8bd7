package dev.jackstaff.cli.command;

import dev.jackstaff.cli.client.HealthProbe;
import dev.jackstaff.cli.quickstart.Quickstart;
import dev.jackstaff.cli.terminal.InvalidArgumentException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The servers that {@code health} and {@code ready} ask, with the options and variables of Unleash Edge for one. */
final class ProbedServers {
    @Option(
            names = {"--url", "-e", "--edge-url"},
            paramLabel = "URL",
            description = "The hub or edge to check instead; can be repeated. Also EDGE_URL.")
    private List<URI> urls = List.of();

    @Option(
            names = "--ca-certificate-file",
            paramLabel = "FILE",
            description = "A PEM file of the authorities that vouch for it. Also CA_CERTIFICATE_FILE.")
    private @Nullable Path authorities;

    /** The named servers; those of the installation if none is named. */
    List<HealthProbe> probes(CommandContext context) {
        Map<String, String> environment = context.settings().environment();
        Optional<Path> file = Optional.ofNullable(authorities)
                .or(() -> value(environment, "CA_CERTIFICATE_FILE").map(Path::of));
        return targets(context, environment).stream()
                .map(url -> new HealthProbe(URI.create(url.toString().replaceFirst("/+$", "")), file))
                .toList();
    }

    private List<URI> targets(CommandContext context, Map<String, String> environment) {
        if (!urls.isEmpty()) {
            return urls;
        }
        return value(environment, "EDGE_URL")
                .map(url -> List.of(named("EDGE_URL", url)))
                .orElseGet(() -> {
                    Quickstart quickstart = Quickstart.load(context.home());
                    return List.of(quickstart.hubUrl(), quickstart.edgeUrl());
                });
    }

    private static URI named(String variable, String url) {
        try {
            return ArgumentConverters.url(url);
        } catch (InvalidArgumentException e) {
            throw new InvalidArgumentException(variable + " " + e.sentence());
        }
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
