package dev.jackstaff.cli.quickstart;

import dev.jackstaff.cli.client.HubClient;
import dev.jackstaff.cli.client.ManagementApi;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.PrivateFile;
import dev.jackstaff.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The login of an installation's administrator. Its token is in a file of the installation, for all commands: a login costs
 * the hub a third of a second, and each begins a session.
 */
public record AdministratorLogin(Quickstart quickstart, InstallationHome home) implements ManagementApi.Credentials {
    /** The token of the last login; that of a new one if there was none. */
    @Override
    public String token() {
        Path file = home.tokenFile();
        try {
            String token = Files.exists(file) ? Files.readString(file).strip() : "";
            return token.isEmpty() ? login() : token;
        } catch (IOException e) {
            throw new CommandFailedException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The token of a new login, for one that has expired, or whose session was ended. */
    @Override
    public Optional<String> renew() {
        return Optional.of(login());
    }

    private String login() {
        String token = HubClient.token(quickstart.hubUrl(), quickstart.adminEmail(), quickstart.adminPassword());
        Path file = home.tokenFile();
        try {
            new PrivateFile(file).write(token);
        } catch (IOException e) {
            throw new CommandFailedException(file + " cannot be written: " + e.getMessage(), e);
        }
        return token;
    }
}
