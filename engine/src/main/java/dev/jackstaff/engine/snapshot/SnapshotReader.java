package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.JsonText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reader of snapshot documents. Unknown members are refused inside rules and conditions, where they could change an
 * evaluation, and skipped elsewhere.
 */
public final class SnapshotReader {
    private final DocumentReader reader;
    private final FlagReader flagReader;

    private SnapshotReader(DocumentReader reader) {
        this.reader = reader;
        this.flagReader = new FlagReader(reader);
    }

    /**
     * The snapshot that a document holds.
     *
     * @throws DocumentException if the bytes are not a snapshot that this version can read
     */
    public static Snapshot read(byte[] document) {
        return DocumentReader.readWhole(document, reader -> new SnapshotReader(reader).snapshot());
    }

    private Snapshot snapshot() {
        var read = new Object() {
            int format;
            String project = "";
            String environment = "";
            String environmentId = "";
            long revision = -1;
            Instant changedAt = Instant.EPOCH;
            List<FlagDefinition> flags = List.of();
            List<SegmentDefinition> segments = List.of();
            List<Credential> credentials = List.of();
            List<Credential> edges = List.of();

            @Nullable
            ForeignDocument foreign;
        };
        reader.object(member -> {
            switch (member) {
                case "format" -> read.format = format();
                case "project" -> read.project = reader.string();
                case "environment" -> read.environment = reader.string();
                case "environmentId" -> read.environmentId = reader.string();
                case "revision" -> read.revision = reader.longInteger();
                case "changedAt" -> read.changedAt = reader.instant();
                case "flags" -> read.flags = reader.array(flagReader::flag);
                case "segments" -> read.segments = reader.array(this::segment);
                case "credentials" -> read.credentials = reader.array(this::credential);
                case "edges" -> read.edges = reader.array(this::credential);
                case "foreign" -> read.foreign = foreign();
                default -> {
                    return false;
                }
            }
            return true;
        });
        if (read.format == 0 || read.project.isEmpty() || read.environment.isEmpty()) {
            throw reader.refusal("a snapshot needs \"format\", \"project\", \"environment\" and \"revision\"");
        }
        return reader.checked(() -> new Snapshot(
                read.project,
                read.environment,
                read.environmentId,
                read.revision,
                read.changedAt,
                read.flags,
                read.segments,
                read.credentials,
                read.edges,
                read.foreign));
    }

    private int format() {
        int format = reader.integer();
        if (format < 1 || format > Snapshot.FORMAT) {
            throw reader.refusal(
                    "snapshot format " + format + " is unknown; this version reads up to " + Snapshot.FORMAT);
        }
        return format;
    }

    private SegmentDefinition segment() {
        var read = new Object() {
            String key = "";
            ConditionDefinition condition = ConditionDefinition.ALWAYS;
        };
        reader.object(member -> {
            switch (member) {
                case "key" -> read.key = reader.string();
                case "condition" -> read.condition = DefinitionReader.condition(reader);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new SegmentDefinition(read.key, read.condition);
    }

    private ForeignDocument foreign() {
        var read = new Object() {
            String dialect = "";

            @Nullable
            JsonText document;
        };
        reader.object(member -> {
            switch (member) {
                case "dialect" -> read.dialect = reader.string();
                case "document" -> read.document = reader.json();
                default -> {
                    return false;
                }
            }
            return true;
        });
        JsonText document = read.document;
        if (read.dialect.isEmpty() || document == null) {
            throw reader.refusal("a foreign document needs \"dialect\" and \"document\"");
        }
        return new ForeignDocument(read.dialect, document);
    }

    private Credential credential() {
        var read = new Object() {
            String id = "";
            String hash = "";
            Credential.@Nullable Kind kind;

            @Nullable
            Instant expiresAt;

            boolean everywhere;
        };
        reader.object(member -> {
            switch (member) {
                case "id" -> read.id = reader.string();
                case "hash" -> read.hash = reader.string();
                case "kind" -> read.kind = kind();
                case "expiresAt" -> read.expiresAt = reader.instant();
                case "everywhere" -> read.everywhere = reader.bool();
                default -> {
                    return false;
                }
            }
            return true;
        });
        Credential.Kind kind = read.kind;
        if (kind == null || read.hash.isEmpty()) {
            throw reader.refusal("a credential needs \"hash\" and \"kind\"");
        }
        return new Credential(read.id, read.hash, kind, read.expiresAt, read.everywhere);
    }

    private Credential.Kind kind() {
        String name = reader.string();
        return Credential.Kind.named(name).orElseThrow(() -> reader.refusal("unknown kind of key \"" + name + "\""));
    }
}
