package dev.jackstaff.domain.history.control;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagTraitsDocument;
import dev.jackstaff.domain.flag.entity.FlagConverters;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.DefinitionReader;

/** What the rows of recorded versions hold, by the order of their columns. */
final class HistoryRows {
    private HistoryRows() {}

    static FlagDetails details(ValueType type, Object[] row) {
        return new FlagDetails(
                (String) row[0],
                (String) row[1],
                type,
                FlagKind.LABELS.find((String) row[2]).orElseThrow(),
                (String) row[3],
                FlagConverters.storedStrings(row[4]),
                (Boolean) row[5],
                FlagConverters.storedInputs(row[6]),
                DefinitionReader.prerequisites((String) row[7]),
                FlagTraitsDocument.read((String) row[8]));
    }

    static FlagSettings settings(Object[] row) {
        return FlagSettings.stored(
                (Boolean) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5]);
    }
}
