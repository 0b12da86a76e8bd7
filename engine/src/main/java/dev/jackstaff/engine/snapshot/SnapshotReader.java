package dev.jackstaff.engine.snapshot;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reader of snapshot documents. Unknown members are refused inside rules and conditions, where they could change an
 * evaluation, and skipped elsewhere.
 */
public final class SnapshotReader {
    private final DocumentReader reader;

    private SnapshotReader(DocumentReader reader) {
        this.reader = reader;
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
                case "changedAt" -> read.changedAt = instant();
                case "flags" -> read.flags = reader.array(this::flag);
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

    private FlagDefinition flag() {
        var read = new Object() {
            String key = "";

            @Nullable
            ValueType type;

            boolean enabled;
            boolean serverOnly;
            List<RawVariant> variants = List.of();

            @Nullable
            String offVariant;

            @Nullable
            OutcomeDefinition fallthrough;

            List<PrerequisiteDefinition> prerequisites = List.of();
            List<RuleDefinition> rules = List.of();
            String bucketing = FlagDefinition.NATIVE_BUCKETING;
        };
        reader.object(member -> {
            switch (member) {
                case "key" -> read.key = reader.string();
                case "type" -> read.type = type();
                case "enabled" -> read.enabled = reader.bool();
                case "serverOnly" -> read.serverOnly = reader.bool();
                case "variants" -> read.variants = reader.array(this::variant);
                case "offVariant" -> read.offVariant = reader.string();
                case "fallthrough" -> read.fallthrough = DefinitionReader.outcome(reader);
                case "prerequisites" -> read.prerequisites = DefinitionReader.prerequisites(reader);
                case "rules" -> read.rules = reader.array(() -> DefinitionReader.rule(reader));
                case "bucketing" -> read.bucketing = reader.string();
                default -> {
                    return false;
                }
            }
            return true;
        });
        ValueType type = read.type;
        OutcomeDefinition fallthrough = read.fallthrough;
        if (read.key.isEmpty() || type == null || fallthrough == null) {
            throw reader.refusal("a flag needs \"key\", \"type\" and \"fallthrough\"");
        }
        return new FlagDefinition(
                read.key,
                type,
                read.enabled,
                read.serverOnly,
                typed(type, read.variants),
                read.offVariant,
                fallthrough,
                read.prerequisites,
                read.rules,
                read.bucketing);
    }

    /** A variant whose flag's type is not known yet, because members may come in any order. */
    private record RawVariant(String key, JsonText value) {}

    private RawVariant variant() {
        var read = new Object() {
            String key = "";

            @Nullable
            JsonText value;
        };
        reader.object(member -> {
            switch (member) {
                case "key" -> read.key = reader.string();
                case "value" -> read.value = reader.json();
                default -> {
                    return false;
                }
            }
            return true;
        });
        JsonText value = read.value;
        if (read.key.isEmpty() || value == null) {
            throw reader.refusal("a variant needs \"key\" and \"value\"");
        }
        return new RawVariant(read.key, value);
    }

    private List<VariantDefinition> typed(ValueType type, List<RawVariant> variants) {
        List<VariantDefinition> typed = new ArrayList<>(variants.size());
        for (RawVariant variant : variants) {
            typed.add(reader.checked(() -> new VariantDefinition(variant.key(), Value.of(type, variant.value()))));
        }
        return typed;
    }

    private ValueType type() {
        String name = reader.string();
        return ValueType.named(name).orElseThrow(() -> reader.refusal("unknown value type \"" + name + "\""));
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
        };
        reader.object(member -> {
            switch (member) {
                case "id" -> read.id = reader.string();
                case "hash" -> read.hash = reader.string();
                case "kind" -> read.kind = kind();
                case "expiresAt" -> read.expiresAt = instant();
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
        return new Credential(read.id, read.hash, kind, read.expiresAt);
    }

    private Credential.Kind kind() {
        String name = reader.string();
        return Credential.Kind.named(name).orElseThrow(() -> reader.refusal("unknown kind of key \"" + name + "\""));
    }

    private Instant instant() {
        String text = reader.string();
        try {
            return Instant.parse(text);
        } catch (DateTimeException invalid) {
            throw reader.refusal("not an instant: \"" + text + "\"");
        }
    }
}
