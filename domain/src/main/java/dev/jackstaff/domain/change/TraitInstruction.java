package dev.jackstaff.domain.change;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagLink;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.permission.Permission;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An instruction about what only some flags have: a schema of their values, metadata, links, a mark. */
public sealed interface TraitInstruction extends FlagInstruction {
    /** The traits after it. */
    FlagTraits changed(FlagTraits present);

    /** The instruction that sets what it changes to what it is in other traits. */
    FlagInstruction to(FlagTraits others);

    @Override
    default FlagDetails apply(FlagDetails present) {
        return present.withTraits(changed(present.traits()));
    }

    @Override
    default List<FlagInstruction> inverse(FlagDetails present) {
        return apply(present).equals(present) ? List.of() : List.of(to(present.traits()));
    }

    /**
     * Sets the JSON Schema that each value of a flag fits.
     *
     * @param schema null for none
     */
    record SetSchema(FlagKey flag, @Nullable String schema) implements TraitInstruction {
        @Override
        public Set<DetailsField> fields() {
            return Set.of(DetailsField.SCHEMA);
        }

        @Override
        public FlagTraits changed(FlagTraits present) {
            return present.withSchema(schema);
        }

        @Override
        public FlagInstruction to(FlagTraits others) {
            return new SetSchema(flag, others.schema());
        }

        @Override
        public String sentence(FlagDetails present) {
            return schema == null
                    ? "Let values of \"" + flag + "\" be any JSON"
                    : "Change the schema of the values of \"" + flag + "\"";
        }
    }

    /**
     * Sets what applications are told with each answer of a flag.
     *
     * @param metadata JSON strings, numbers and booleans by name
     */
    record SetMetadata(FlagKey flag, Map<String, String> metadata) implements TraitInstruction {
        public SetMetadata {
            metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        }

        @Override
        public Set<DetailsField> fields() {
            return Set.of(DetailsField.METADATA);
        }

        @Override
        public FlagTraits changed(FlagTraits present) {
            return present.withMetadata(metadata);
        }

        @Override
        public FlagInstruction to(FlagTraits others) {
            return new SetMetadata(flag, others.metadata());
        }

        @Override
        public String sentence(FlagDetails present) {
            return metadata.isEmpty()
                    ? "Remove the metadata of \"" + flag + "\""
                    : "Set the metadata of \"" + flag + "\" to "
                            + InstructionText.shortened(
                                    FlagTraits.NONE.withMetadata(metadata).metadataJson());
        }
    }

    /** Marks a flag as no longer needed, or takes the mark back. */
    record MarkStale(FlagKey flag, boolean stale) implements TraitInstruction {
        @Override
        public Permission permission() {
            return Permission.FLAG_DESCRIBE;
        }

        @Override
        public Set<DetailsField> fields() {
            return Set.of(DetailsField.STALE);
        }

        @Override
        public FlagTraits changed(FlagTraits present) {
            return present.withStale(stale);
        }

        @Override
        public FlagInstruction to(FlagTraits others) {
            return new MarkStale(flag, others.stale());
        }

        @Override
        public String sentence(FlagDetails present) {
            return stale ? "Mark \"" + flag + "\" as stale" : "Take back that \"" + flag + "\" is stale";
        }
    }

    /** Sets the links of a flag. */
    record SetLinks(FlagKey flag, List<FlagLink> links) implements TraitInstruction {
        public SetLinks {
            links = List.copyOf(links);
        }

        @Override
        public Permission permission() {
            return Permission.FLAG_DESCRIBE;
        }

        @Override
        public Set<DetailsField> fields() {
            return Set.of(DetailsField.LINKS);
        }

        @Override
        public FlagTraits changed(FlagTraits present) {
            return present.withLinks(links);
        }

        @Override
        public FlagInstruction to(FlagTraits others) {
            return new SetLinks(flag, others.links());
        }

        @Override
        public String sentence(FlagDetails present) {
            return links.isEmpty()
                    ? "Remove the links of \"" + flag + "\""
                    : "Link \"" + flag + "\" to "
                            + String.join(
                                    ", ", links.stream().map(FlagLink::title).toList());
        }
    }
}
