package dev.jackstaff.cli.installation;

import dev.jackstaff.cli.process.LoopbackPort;
import dev.jackstaff.cli.process.ProcessIdentity;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The state of an installation, as {@code state.json}, which tests may read:
 *
 * <pre>
 * {"grid": "jackstaff-4f1c...",                                    the name of its data grid, its own
 *  "ports": {"hub", "edge", "hubGrid", "edgeGrid", "database"},
 *  "database": {"url", "user", "password"},                        as JDBC takes them; the owner of the bundled one
 *  "secrets": {"admin", "asadmin", "postgres", "grid", "worker", "audit"}, made for this installation
 *  "processes": {"postgres": {"pid", "start"}, "hub": ..., "edge": ...}}
 * </pre>
 */
public record InstallationState(
        String gridName,
        Ports ports,
        DatabaseSettings database,
        InstallationSecrets secrets,
        Map<ProcessRole, ProcessIdentity> processes) {
    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    public InstallationState {
        processes = Map.copyOf(processes);
    }

    /** The running process in a role; empty if it has ended. */
    public Optional<ProcessIdentity> runningProcess(ProcessRole role) {
        return Optional.ofNullable(processes.get(role)).filter(ProcessIdentity::isAlive);
    }

    /** Whether the bundled database is used. */
    public boolean usesBundledDatabase() {
        return database.equals(DatabaseSettings.bundled(ports.database(), secrets));
    }

    /** The role that the hub works with: in the bundled database one that does not own it. */
    public DatabaseSettings workerDatabase() {
        return usesBundledDatabase()
                ? new DatabaseSettings(database.url(), DatabaseSettings.WORKER, secrets.workerPassword())
                : database;
    }

    public InstallationState withProcess(ProcessRole role, ProcessIdentity process) {
        Map<ProcessRole, ProcessIdentity> more = new EnumMap<>(ProcessRole.class);
        more.putAll(processes);
        more.put(role, process);
        return new InstallationState(gridName, ports, database, secrets, more);
    }

    public InstallationState withoutProcess(ProcessRole role) {
        Map<ProcessRole, ProcessIdentity> fewer = new EnumMap<>(ProcessRole.class);
        fewer.putAll(processes);
        fewer.remove(role);
        return new InstallationState(gridName, ports, database, secrets, fewer);
    }

    public InstallationState withPortsAndDatabase(Ports otherPorts, DatabaseSettings otherDatabase) {
        return new InstallationState(gridName, otherPorts, otherDatabase, secrets, processes);
    }

    InstallationState withSecrets(InstallationSecrets others) {
        return new InstallationState(gridName, ports, database, others, processes);
    }

    public String toJson() {
        JsonObjectBuilder running = Json.createObjectBuilder();
        processes.forEach((role, process) -> running.add(
                role.key(), Json.createObjectBuilder().add("pid", process.pid()).add("start", process.start())));
        StringWriter text = new StringWriter();
        PRETTY.createWriter(text)
                .writeObject(Json.createObjectBuilder()
                        .add("grid", gridName)
                        .add("ports", json(ports))
                        .add(
                                "database",
                                Json.createObjectBuilder()
                                        .add("url", database.url())
                                        .add("user", database.user())
                                        .add("password", database.password()))
                        .add(
                                "secrets",
                                Json.createObjectBuilder()
                                        .add("admin", secrets.adminPassword())
                                        .add("asadmin", secrets.asadminPassword())
                                        .add("postgres", secrets.postgresPassword())
                                        .add("grid", secrets.gridSecret())
                                        .add("worker", secrets.workerPassword())
                                        .add("audit", secrets.auditSecret()))
                        .add("processes", running)
                        .build());
        return text.toString();
    }

    public static InstallationState fromJson(String text) {
        JsonObject json = Json.createReader(new StringReader(text)).readObject();
        JsonObject database = json.getJsonObject("database");
        JsonObject secrets = json.getJsonObject("secrets");
        JsonObject running = json.getJsonObject("processes");
        Map<ProcessRole, ProcessIdentity> processes = new EnumMap<>(ProcessRole.class);
        for (ProcessRole role : ProcessRole.values()) {
            Optional.ofNullable(running.getJsonObject(role.key()))
                    .ifPresent(it -> processes.put(
                            role,
                            new ProcessIdentity(it.getJsonNumber("pid").longValueExact(), it.getString("start"))));
        }
        return new InstallationState(
                json.getString("grid"),
                ports(json.getJsonObject("ports")),
                new DatabaseSettings(
                        database.getString("url"), database.getString("user"), database.getString("password")),
                new InstallationSecrets(
                        secrets.getString("admin"),
                        secrets.getString("asadmin"),
                        secrets.getString("postgres"),
                        secrets.getString("grid", ""),
                        secrets.getString("worker", ""),
                        secrets.getString("audit", "")),
                processes);
    }

    private static JsonObjectBuilder json(Ports ports) {
        return Json.createObjectBuilder()
                .add("hub", ports.hub().number())
                .add("edge", ports.edge().number())
                .add("hubGrid", ports.hubGrid().number())
                .add("edgeGrid", ports.edgeGrid().number())
                .add("database", ports.database().number());
    }

    private static Ports ports(JsonObject json) {
        return new Ports(
                new LoopbackPort(json.getInt("hub")),
                new LoopbackPort(json.getInt("edge")),
                new LoopbackPort(json.getInt("hubGrid")),
                new LoopbackPort(json.getInt("edgeGrid")),
                new LoopbackPort(json.getInt("database")));
    }
}
