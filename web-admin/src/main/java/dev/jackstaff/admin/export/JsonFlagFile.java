package dev.jackstaff.admin.export;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.listing.EnvironmentSummary;
import dev.jackstaff.domain.listing.boundary.FlagRow;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * Flags for programs: {@code {"flags": [{"key": "a", ..., "environments": {"production": {"enabled": true, "does": "share",
 * "basisPoints": 2500}}}]}}.
 */
final class JsonFlagFile implements FlagFile {
    private final JsonGenerator json;

    JsonFlagFile(Writer out) {
        json = Json.createGenerator(out);
    }

    @Override
    public void begin(List<EnvironmentMark> environments) {
        json.writeStartObject().writeStartArray("flags");
    }

    @Override
    public void add(FlagRow row) {
        FlagView flag = row.flag();
        json.writeStartObject()
                .write("key", flag.key().value())
                .write("name", flag.name())
                .write("description", flag.description())
                .write("type", flag.type().label())
                .write("kind", flag.kind().label())
                .write("owner", flag.owner())
                .writeStartArray("tags");
        flag.tags().forEach(json::write);
        json.writeEnd()
                .write("stale", flag.staleness().isSuspected())
                .write("archived", flag.archived())
                .write("createdAt", flag.createdAt().toString())
                .write("changedAt", row.changedAt().toString());
        if (row.changedBy() != null) {
            json.write("changedBy", row.changedBy());
        }
        json.write("evaluations", row.evaluations()).writeStartObject("environments");
        row.environments().forEach(this::add);
        json.writeEnd().writeEnd();
    }

    private void add(EnvironmentSummary summary) {
        json.writeStartObject(summary.environment().value())
                .write("enabled", summary.enabled())
                .write("does", summary.meaning().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        switch (summary.meaning()) {
            case SHARE -> json.write("basisPoints", summary.basisPoints());
            case RULES -> json.write("rules", summary.rules());
            case KILLED -> json.write("returnsAt", String.valueOf(summary.returnsAt()));
            case HELD_OFF -> json.write("heldBy", String.valueOf(summary.heldBy()));
            case EVERYONE, SPLIT, OFF -> {}
        }
        json.writeEnd();
    }

    @Override
    public void end() {
        json.writeEnd().writeEnd().close();
    }
}
