package dev.jackstaff.api.exports;

import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.export.ExportedFlag;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentWriter;
import dev.jackstaff.protocols.flagsmith.export.FlagsmithExport;
import dev.jackstaff.protocols.unleash.FeaturesDocumentWriter;
import dev.jackstaff.protocols.unleash.export.UnleashExport;
import java.util.List;
import java.util.Set;

/** The target format of an export. */
enum ExportFormat {
    /** A features document. */
    UNLEASH {
        @Override
        byte[] document(Snapshot snapshot, Set<String> stale) {
            return FeaturesDocumentWriter.write(
                    UnleashExport.of(snapshot, stale).document());
        }

        @Override
        List<ExportedFlag> flags(Snapshot snapshot) {
            return UnleashExport.of(snapshot).flags();
        }
    },
    /** An environment document. */
    FLAGSMITH {
        @Override
        byte[] document(Snapshot snapshot, Set<String> stale) {
            return EnvironmentDocumentWriter.write(
                    FlagsmithExport.of(snapshot, snapshot.environmentId()).document());
        }

        @Override
        List<ExportedFlag> flags(Snapshot snapshot) {
            return FlagsmithExport.of(snapshot, snapshot.environmentId()).flags();
        }
    };

    /**
     * The document, UTF-8.
     *
     * @param stale the keys of the flags that people have marked as stale, for formats that know it
     */
    abstract byte[] document(Snapshot snapshot, Set<String> stale);

    /** The fidelity of each flag in the document. */
    abstract List<ExportedFlag> flags(Snapshot snapshot);
}
