package dev.jackstaff.edge.backup;

import dev.jackstaff.edge.upstream.Intake;
import dev.jackstaff.edge.upstream.IntakeFixture;
import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.environment.DialectCompiler;
import dev.jackstaff.protocols.environment.Freshness;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.compiler.UnleashDialect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A backup with the environments it restores, without an edge around it. */
final class BackupFixture {
    static final String KEY = "demo/production";
    static final String ORIGIN = "grid test";
    static final String ID = "8c5b3a52-7a1e-4d8e-9d5b-0d6c6f9e2a11";
    private static final Instant CHANGED_AT = Instant.parse("2026-11-21T08:00:00Z");

    final LiveEnvironments environments = new LiveEnvironments(new DialectCompiler(List.of(new UnleashDialect())));
    final Freshness freshness = new Freshness();
    final Backup backup;
    final Intake intake;

    private BackupFixture(Optional<Path> data, Optional<RedisSettings> redis) {
        backup = new Backup(environments, freshness, data, redis);
        intake = IntakeFixture.create(environments, freshness, backup);
    }

    private BackupFixture open() {
        backup.restore(ORIGIN, intake::restore);
        return this;
    }

    /** A fixture without a store. */
    static BackupFixture withoutStore() {
        return new BackupFixture(Optional.empty(), Optional.empty());
    }

    static BackupFixture restoredFrom(Path data) {
        return new BackupFixture(Optional.of(data), Optional.empty()).open();
    }

    static BackupFixture restoredFrom(RedisSettings redis) {
        return new BackupFixture(Optional.empty(), Optional.of(redis)).open();
    }

    static BackupFixture restoredFrom(Path data, RedisSettings redis) {
        return new BackupFixture(Optional.of(data), Optional.of(redis)).open();
    }

    static Snapshot snapshot(long revision, Credential... credentials) {
        return recreatedSnapshot(ID, revision, CHANGED_AT, credentials);
    }

    /** A snapshot of another environment. */
    static Snapshot snapshotOf(String environment, long revision) {
        return new Snapshot(
                "demo", environment, "id-of-" + environment, revision, CHANGED_AT, List.of(), List.of(), List.of());
    }

    /** A snapshot of a recreated environment: the same name, another id. */
    static Snapshot recreatedSnapshot(String id, long revision, Instant changedAt, Credential... credentials) {
        return new Snapshot("demo", "production", id, revision, changedAt, List.of(), List.of(), List.of(credentials));
    }

    /** A snapshot that carries a document of another system. */
    static Snapshot foreignSnapshot(long revision, String feature, Credential... credentials) {
        String document = "{\"version\":2,\"features\":[{\"name\":\"" + feature + "\",\"enabled\":true}]}";
        return new Snapshot(
                "demo",
                "production",
                ID,
                revision,
                CHANGED_AT,
                List.of(),
                List.of(),
                List.of(credentials),
                List.of(),
                new ForeignDocument(FeaturesDocument.DIALECT, JsonText.parse(document)));
    }

    /** Serves a snapshot as the intake does, confirmed with an age. */
    BackupFixture serve(Snapshot snapshot, Duration age) {
        return serve(snapshot, age, backup::store);
    }

    BackupFixture serve(Snapshot snapshot) {
        return serve(snapshot, Duration.ZERO);
    }

    /** Serves a snapshot that revokes keys, as the intake does. */
    BackupFixture serveRevocation(Snapshot snapshot) {
        return serveRevocation(snapshot, Duration.ZERO);
    }

    /** As above, a time ago: what another edge confirms later is newer. */
    BackupFixture serveRevocation(Snapshot snapshot, Duration age) {
        return serve(snapshot, age, backup::storeNow);
    }

    private BackupFixture serve(Snapshot snapshot, Duration age, Consumer<Snapshot> store) {
        environments.prepare(snapshot).ifPresent(prepared -> {
            store.accept(snapshot);
            environments.swapIn(prepared);
        });
        freshness.confirm(snapshot.key(), age);
        return this;
    }

    /** The served revision; 0 for none. */
    long revision() {
        return Optional.ofNullable(environments.environment(KEY))
                .map(served -> served.revision())
                .orElse(0L);
    }
}
