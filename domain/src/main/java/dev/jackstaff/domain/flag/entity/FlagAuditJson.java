package dev.jackstaff.domain.flag.entity;

import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.flag.FlagTraitsDocument;
import dev.jackstaff.engine.snapshot.DefinitionWriter;

/** The audit JSON of flags and flag states. */
final class FlagAuditJson {
    private FlagAuditJson() {}

    static String of(Flag flag) {
        FlagContent content = flag.content();
        AuditJson json = new AuditJson()
                .text("key", flag.key().value())
                .text("name", content.name())
                .text("description", content.description())
                .text("type", flag.type().label())
                .text("kind", content.kind().label())
                .text("owner", content.owner())
                .strings("tags", content.tags())
                .bool("serverOnly", content.serverOnly())
                .bool("archived", flag.archived())
                .json("variants", FlagConverters.variants(content.variants()))
                .json("prerequisites", DefinitionWriter.prerequisites(content.prerequisites()));
        FlagTraitsDocument.addTo(json, content.traits());
        return json.toJson();
    }

    static String of(FlagSettings settings) {
        AuditJson builder = new AuditJson().bool("enabled", settings.enabled());
        if (settings.offVariant() != null) {
            builder.text("offVariant", settings.offVariant());
        }
        if (!settings.values().isEmpty()) {
            builder.json("values", settings.values().toJson());
        }
        return builder.json("fallthrough", DefinitionWriter.outcome(settings.fallthrough()))
                .json("rules", DefinitionWriter.rules(settings.rules()))
                .toJson();
    }
}
