package dev.jackstaff.api.imports;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.imports.ImportBatch;
import dev.jackstaff.domain.imports.ImportedFlag;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.boundary.NewSegment;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.protocols.unleash.conversion.ConvertedFlag;
import dev.jackstaff.protocols.unleash.conversion.ConvertedSegment;
import dev.jackstaff.protocols.unleash.conversion.UnleashConversion;
import java.util.List;
import java.util.stream.Stream;

/** The mapper of converted Unleash definitions to an import batch; flags that cannot be converted are left out. */
final class ImportBatchMapper {
    private static final String DESCRIPTION = "Imported from Unleash";

    private ImportBatchMapper() {}

    static ImportBatch of(UnleashConversion form) {
        return new ImportBatch(
                form.segments().stream().flatMap(ImportBatchMapper::segment).toList(),
                form.flags().stream().flatMap(ImportBatchMapper::flag).toList());
    }

    private static Stream<NewSegment> segment(ConvertedSegment converted) {
        return converted.definition().stream()
                .map(definition -> new NewSegment(
                        new SegmentKey(definition.key()),
                        new SegmentDetails(converted.name(), DESCRIPTION, definition.condition())));
    }

    private static Stream<ImportedFlag> flag(ConvertedFlag converted) {
        return converted.definition().stream()
                .map(definition -> new ImportedFlag(
                        new FlagKey(definition.key()),
                        details(converted, definition),
                        new FlagStateDetails(
                                definition.enabled(),
                                definition.offVariant(),
                                definition.fallthrough(),
                                definition.rules())));
    }

    private static FlagDetails details(ConvertedFlag converted, FlagDefinition definition) {
        FlagDetails details = new FlagDetails(
                definition.key(),
                converted.description(),
                definition.type(),
                FlagKind.LABELS.find(converted.kind()).orElse(FlagKind.RELEASE),
                "",
                List.of(),
                definition.serverOnly(),
                definition.variants().stream()
                        .map(variant ->
                                new VariantInput(variant.key(), variant.value().json(), ""))
                        .toList(),
                definition.prerequisites());
        return details.withTraits(details.traits().withStale(converted.stale()));
    }
}
