package dev.jackstaff.cli.payara;

import dev.jackstaff.cli.artifact.ArtifactDirectory;
import dev.jackstaff.cli.artifact.Artifacts;
import dev.jackstaff.cli.artifact.ZipArchive;
import dev.jackstaff.cli.installation.InstallationHome;
import dev.jackstaff.cli.installation.InstallationSecrets;
import dev.jackstaff.cli.installation.InstallationState;
import dev.jackstaff.cli.installation.PrivateFile;
import dev.jackstaff.cli.installation.ProcessRole;
import dev.jackstaff.cli.process.BackgroundProgram;
import dev.jackstaff.cli.process.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hub on Payara Server: its domain and how to start it. The domain is recreated for each start; nothing worth
 * keeping is in it.
 */
public record HubServer(InstallationHome home, Artifacts artifacts) {
    private static final String MAIN_CLASS = "com.sun.enterprise.glassfish.bootstrap.ASMain";

    /** The JVM option that halves the processor time of a start. The hub's hot code runs in the database. */
    private static final String FAST_START_OPTION = "-XX:TieredStopAtLevel=1";

    /** The setting that Payara Server no longer has from version 7 on; without it, answers do not name the server either. */
    private static final String POWERED_BY = ".xpowered-by=";

    private static final int VERSION_WITHOUT_POWERED_BY = 7;

    private static final int KEY_STORE_PASSWORD_LENGTH = 24;

    private static final Pattern ARCHIVE = Pattern.compile("payara-(\\d+)\\.");
    private static final Pattern BOOT_COMMAND_FAILED = Pattern.compile("Boot Command \\S+ failed");

    /** Unpacks the server if it is missing, and creates a new domain. */
    public void prepare(InstallationState state) throws IOException {
        unpack();
        ArtifactDirectory.deleteRecursively(domains());
        new ZipArchive(artifacts.payaraServer())
                .unpack(home.payaraDirectory().resolve("fresh"), topDirectory() + "/glassfish/domains/");
        Files.move(
                home.payaraDirectory().resolve("fresh").resolve(topDirectory()).resolve("glassfish/domains"),
                domains(),
                StandardCopyOption.ATOMIC_MOVE);
        ArtifactDirectory.deleteRecursively(home.payaraDirectory().resolve("fresh"));
        Files.copy(artifacts.postgresDriver(), domain().resolve("lib/postgresql.jar"));
        new LoggingConfiguration(domain().resolve("config/logging.properties"), LogFormat.of(System.getenv()))
                .rewrite();
        changeAdminPassword(state.secrets().asadminPassword());
        changeKeyStorePassword(InstallationSecrets.randomText(KEY_STORE_PASSWORD_LENGTH));
    }

    /** The program that starts the hub as a single process. */
    public BackgroundProgram program(InstallationState state, Map<String, String> administrator) throws IOException {
        Map<String, String> environment = new HashMap<>(environment(state));
        environment.putAll(administrator);
        environment.putAll(owner(state));
        environment.put(
                BackgroundProgram.LOG_FILES, home.logFile(ProcessRole.HUB) + ":" + home.logFile(ProcessRole.POSTGRES));
        List<String> command = new ArrayList<>(launchCommand(environment));
        Path options = ServerSetupFile.load("hub.jvm-options").writeTo(home.payaraDirectory(), environment);
        command.set(0, JavaRuntime.current().executable());
        command.addAll(command.indexOf(MAIN_CLASS), List.of("@" + options, FAST_START_OPTION));
        return new BackgroundProgram(command, domain(), logFile().path(), environment);
    }

    /** The standard input of the server: the password of its key stores. */
    public Path standardInput() {
        return home.payaraDirectory().resolve("server-input");
    }

    /** The reason why the hub cannot start; empty if the log shows none. */
    public Optional<String> startupFault() {
        return logFile().find(BOOT_COMMAND_FAILED);
    }

    public LogFile logFile() {
        return new LogFile(home.logFile(ProcessRole.HUB));
    }

    private List<String> launchCommand(Map<String, String> environment) throws IOException {
        ServerSetupFile commands = ServerSetupFile.load("hub-pre-boot.asadmin");
        Path before = (version() < VERSION_WITHOUT_POWERED_BY ? commands : commands.without(POWERED_BY))
                .writeTo(home.payaraDirectory(), environment);
        Path after = ServerSetupFile.load("hub-post-boot.asadmin").writeTo(home.payaraDirectory(), environment);
        List<String> lines = new Asadmin(installRoot())
                .run(
                        "--passwordfile",
                        standardInput().toString(),
                        "start-domain",
                        "--dry-run",
                        "--domaindir",
                        domains().toString(),
                        "--prebootcommandfile",
                        before.toString(),
                        "--postbootcommandfile",
                        after.toString(),
                        "domain1");
        int first = 1 + lines.indexOf("Dump of JVM Invocation line that would be used to launch:");
        return lines.subList(first, lines.size()).stream()
                .takeWhile(line -> !line.isBlank())
                .toList();
    }

    private Map<String, String> environment(InstallationState state) {
        return Map.ofEntries(
                Map.entry("JACKSTAFF_HUB_ADDRESS", "127.0.0.1"),
                Map.entry("JACKSTAFF_HUB_PORT", state.ports().hub().toString()),
                Map.entry("JACKSTAFF_HUB_DESIGN", "true"),
                Map.entry("JACKSTAFF_HUB_EAR", artifacts.hubEar().toString()),
                Map.entry("JACKSTAFF_GRID_NAME", state.gridName()),
                Map.entry("JACKSTAFF_GRID_SECRET", state.secrets().gridSecret()),
                Map.entry("JACKSTAFF_GRID_ADDRESS", "127.0.0.1"),
                Map.entry("JACKSTAFF_HUB_GRID_PORT", state.ports().hubGrid().toString()),
                Map.entry("JACKSTAFF_GRID_MEMBERS", "127.0.0.1:" + state.ports().hubGrid()),
                Map.entry("JACKSTAFF_AUDIT_SECRET", state.secrets().auditSecret()),
                Map.entry("JACKSTAFF_DB_URL", state.database().url()),
                Map.entry("JACKSTAFF_DB_USER", state.workerDatabase().user()),
                Map.entry("JACKSTAFF_DB_PASSWORD", state.workerDatabase().password()));
    }

    /** The role that migrates the bundled database; that of an external one is a setting of the hub. */
    private static Map<String, String> owner(InstallationState state) {
        return state.usesBundledDatabase()
                ? Map.of(
                        "JACKSTAFF_DB_OWNER_USER", state.database().user(),
                        "JACKSTAFF_DB_OWNER_PASSWORD", state.database().password())
                : Map.of();
    }

    private void changeAdminPassword(String password) throws IOException {
        Path passwords = home.payaraDirectory().resolve("asadmin-passwords");
        new PrivateFile(passwords).write("AS_ADMIN_PASSWORD=\nAS_ADMIN_NEWPASSWORD=" + password + "\n");
        new Asadmin(installRoot())
                .run(
                        "--user",
                        "admin",
                        "--passwordfile",
                        passwords.toString(),
                        "change-admin-password",
                        "--domaindir",
                        domains().toString(),
                        "--domain_name",
                        "domain1");
        new PrivateFile(passwords).write("AS_ADMIN_PASSWORD=" + password + "\n");
    }

    /** Gives the new domain's key stores a password of their own, which lasts as long as the domain. */
    private void changeKeyStorePassword(String password) throws IOException {
        new KeyStores(domain().resolve("config")).changePassword(password);
        new PrivateFile(standardInput()).write("AS_ADMIN_MASTERPASSWORD=" + password + "\n");
    }

    private Path unpack() throws IOException {
        Path archive = artifacts.payaraServer();
        return new ArtifactDirectory(home.payaraDirectory(), archive)
                .getOrUnpack(directory -> new ZipArchive(archive).unpack(directory, ""));
    }

    private Path installRoot() throws IOException {
        return unpack().resolve(topDirectory()).resolve("glassfish");
    }

    /** The directory that everything in the server's archive is in: {@code payara6} in {@code payara-6.2025.10.zip}. */
    private String topDirectory() {
        return "payara" + version();
    }

    private int version() {
        Path archive = artifacts.payaraServer().getFileName();
        Matcher named = ARCHIVE.matcher(archive.toString());
        if (!named.find()) {
            throw new IllegalStateException("the name of " + archive + " tells no version");
        }
        return Integer.parseInt(named.group(1));
    }

    private Path domains() {
        return home.payaraDirectory().resolve("domains");
    }

    private Path domain() {
        return domains().resolve("domain1");
    }
}
