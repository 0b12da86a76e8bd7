package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says whose tokens are meant: one's own, or those of a service account. */
final class TokenOwner {
    @Option(
            names = "--service-account",
            paramLabel = "NAME",
            description = "Those of a service account; default: one's own.")
    private @Nullable String serviceAccount;

    /** The path of the owner's tokens, or of something below it. */
    ApiPath tokens(Hub hub, String... below) {
        Stream<String> owner = serviceAccount == null
                ? Stream.of("me")
                : Stream.of("service-accounts", NamedThing.idOfServiceAccount(hub, serviceAccount));
        return ApiPath.of(Stream.of(owner, Stream.of("tokens"), Stream.of(below))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }
}
