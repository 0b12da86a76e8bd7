package dev.jackstaff.admin.export;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.domain.listing.boundary.FlagRow;
import java.io.IOException;
import java.util.List;

/** A file of flags, written one after the other. */
interface FlagFile {
    /** Writes what comes before the flags. */
    void begin(List<EnvironmentMark> environments) throws IOException;

    /** Writes a flag. */
    void add(FlagRow row) throws IOException;

    /** Writes what comes after the flags. */
    void end() throws IOException;
}
