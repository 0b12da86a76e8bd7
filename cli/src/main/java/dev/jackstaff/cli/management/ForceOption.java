package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ApiPath;
import picocli.CommandLine.Option;

/** The option to delete what cannot be made again. */
final class ForceOption {
    @Option(names = "--force", description = "Delete it even if what would be lost cannot be made again.")
    private boolean force;

    ApiPath addTo(ApiPath path) {
        return force ? path.with("force", "true") : path;
    }
}
