package dev.jackstaff.protocols.unleash;

import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.json.TolerantReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A reader of the features of one document, whose names must be distinct. */
final class UnleashFeatureReader {
    private final DocumentReader reader;
    private final TolerantReader tolerant;
    private final StrategyReader strategies;
    private final UnleashVariantReader variants;
    private final Set<String> names = new HashSet<>();

    UnleashFeatureReader(
            DocumentReader reader, TolerantReader tolerant, StrategyReader strategies, UnleashVariantReader variants) {
        this.reader = reader;
        this.tolerant = tolerant;
        this.strategies = strategies;
        this.variants = variants;
    }

    UnleashFeature feature() {
        if (names.size() == FeaturesDocumentReader.MAX_FEATURES) {
            throw reader.refusal("a document must have at most " + FeaturesDocumentReader.MAX_FEATURES + " features");
        }
        var read = new Object() {
            @Nullable
            String name;

            @Nullable
            String type;

            @Nullable
            String description;

            @Nullable
            String project;

            @Nullable
            String createdAt;

            @Nullable
            String lastSeenAt;

            @Nullable
            Boolean enabled;

            boolean stale;
            boolean impressionData;
            List<Strategy> strategies = List.of();
            List<UnleashVariant> variants = List.of();
            List<Dependency> dependencies = List.of();
        };
        reader.object(member -> {
            switch (member) {
                case "name" -> read.name = name();
                case "type" -> read.type = tolerant.optionalText();
                case "description" -> read.description = tolerant.optionalText();
                case "project" -> read.project = tolerant.optionalText();
                case "createdAt" -> read.createdAt = tolerant.optionalText();
                case "lastSeenAt" -> read.lastSeenAt = tolerant.optionalText();
                case "enabled" -> read.enabled = reader.bool();
                case "stale" -> read.stale = tolerant.bool(false);
                case "impressionData" -> read.impressionData = tolerant.bool(false);
                case "strategies" -> read.strategies = tolerant.list(strategies::strategy);
                case "variants" -> read.variants = tolerant.list(variants::variant);
                case "dependencies" -> read.dependencies = tolerant.list(this::dependency);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new UnleashFeature(
                tolerant.required(read.name, "a feature needs \"name\""),
                read.type,
                read.description,
                read.project,
                read.createdAt,
                read.lastSeenAt,
                tolerant.required(read.enabled, "a feature needs \"enabled\""),
                read.stale,
                read.impressionData,
                read.strategies,
                read.variants,
                read.dependencies);
    }

    private String name() {
        String name = reader.string();
        if (name.isEmpty()) {
            throw reader.refusal("a feature's name must not be empty");
        }
        if (!names.add(name)) {
            throw reader.refusal("there is another feature named \"" + name + "\"");
        }
        return name;
    }

    private Dependency dependency() {
        var read = new Object() {
            @Nullable
            String feature;

            boolean enabled = true;
            List<String> variants = List.of();
        };
        reader.object(member -> {
            switch (member) {
                case "feature" -> read.feature = reader.string();
                case "enabled" -> read.enabled = tolerant.bool(true);
                case "variants" -> read.variants = tolerant.texts();
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new Dependency(
                tolerant.required(read.feature, "a dependency needs \"feature\""), read.enabled, read.variants);
    }
}
