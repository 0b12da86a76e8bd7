package dev.jackstaff.cli.management;

import dev.jackstaff.cli.client.ManagementApi;
import dev.jackstaff.cli.command.ArgumentConverters;
import dev.jackstaff.cli.command.CommandContext;
import dev.jackstaff.cli.quickstart.AdministratorLogin;
import dev.jackstaff.cli.quickstart.Quickstart;
import dev.jackstaff.cli.terminal.CommandFailedException;
import dev.jackstaff.cli.terminal.InvalidArgumentException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options that every command of the management API has: which hub is asked, and how its answer is printed. The password
 * of an installation's administrator is sent to the hub of that installation only.
 */
final class HubOptions {
    private static final String URL = "JACKSTAFF_URL";
    private static final String TOKEN = "JACKSTAFF_TOKEN";
    private static final Pattern TOKEN_TEXT = Pattern.compile("[\\x21-\\x7e]+");

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The hub. Also JACKSTAFF_URL; default: the one that up started.")
    private @Nullable URI url;

    @Option(
            names = "--ca-certificate-file",
            paramLabel = "FILE",
            description = "A PEM file of the authorities that vouch for the hub. Also CA_CERTIFICATE_FILE.")
    private @Nullable Path authorities;

    @Option(names = "--json", description = "Print the API's answer, a JSON document.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec command;

    private final CommandContext context;

    HubOptions(CommandContext context) {
        this.context = context;
    }

    /** The hub that is meant, with the credential that there is for it. */
    Hub connect() {
        return new Hub(api(), new Output(context.out(), command.commandLine().getErr(), json), context.settings());
    }

    private ManagementApi api() {
        Optional<Path> file = Optional.ofNullable(authorities)
                .or(() -> context.settings().variable("CA_CERTIFICATE_FILE").map(Path::of));
        Optional<Quickstart> installed = Quickstart.find(context.home());
        URI hub = Optional.ofNullable(url)
                .or(this::urlOfVariable)
                .or(() -> installed.map(Quickstart::hubUrl))
                .orElseThrow(
                        () -> new CommandFailedException("No hub is named, and none was started here. Name one with"
                                + " --url, or run: ./jackstaff up"));
        Optional<ManagementApi.Credentials> given = token().map(text -> () -> text);
        ManagementApi.Credentials credentials = given.or(() -> installed
                        .filter(here -> here.hubUrl().equals(hub))
                        .map(here -> new AdministratorLogin(here, context.home())))
                .orElseThrow(() -> new CommandFailedException("JACKSTAFF_TOKEN is not set. Set it to an admin key of "
                        + hub + ", or to the token of a login."));
        return ManagementApi.of(hub, file, credentials);
    }

    private Optional<URI> urlOfVariable() {
        return context.settings().variable(URL).map(text -> {
            try {
                return ArgumentConverters.url(text);
            } catch (InvalidArgumentException e) {
                throw new InvalidArgumentException(URL + " " + e.sentence());
            }
        });
    }

    private Optional<String> token() {
        return context.settings().variable(TOKEN).map(text -> {
            if (!TOKEN_TEXT.matcher(text).matches()) {
                throw new InvalidArgumentException(TOKEN + " has characters that no key and no token has");
            }
            return text;
        });
    }
}
