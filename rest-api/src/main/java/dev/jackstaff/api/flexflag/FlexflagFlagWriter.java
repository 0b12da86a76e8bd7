package dev.jackstaff.api.flexflag;

import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.flexflag.FlexflagFlag;
import dev.jackstaff.protocols.json.JsonBytes;
import java.util.List;

/** The writer of flags in FlexFlag's format. */
final class FlexflagFlagWriter {
    private FlexflagFlagWriter() {}

    /** A flag with its settings in one environment. */
    static FlexflagFlag of(ProjectKey project, FlagView flag, FlagStateView state) {
        return new FlexflagFlag(
                new FlagDefinition(
                        flag.key().value(),
                        flag.type(),
                        state.enabled(),
                        flag.serverOnly(),
                        state.variants(flag).stream()
                                .map(variant -> new VariantDefinition(variant.key(), variant.value()))
                                .toList(),
                        state.offVariant(),
                        state.fallthrough(),
                        flag.prerequisites(),
                        state.rules(),
                        flag.traits().bucketing().label()),
                new FlexflagFlag.FlagMetadata(
                        project.value(),
                        state.environment().value(),
                        flag.name(),
                        flag.description(),
                        flag.tags(),
                        flag.createdAt(),
                        flag.updatedAt().isAfter(state.updatedAt()) ? flag.updatedAt() : state.updatedAt()));
    }

    /** Writes the document of one flag. */
    static byte[] write(FlexflagFlag flag) {
        return JsonBytes.object(flag::writeMembers);
    }

    /** Writes the document of a list of flags. */
    static byte[] writeList(List<FlexflagFlag> flags) {
        return JsonBytes.object(generator -> {
            generator.writeArrayFieldStart("flags");
            for (FlexflagFlag flag : flags) {
                flag.write(generator);
            }
            generator.writeEndArray();
        });
    }
}
