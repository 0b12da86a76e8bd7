package dev.jackstaff.admin.export;

import dev.jackstaff.admin.flag.StateCell;
import dev.jackstaff.admin.flag.Tags;
import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.listing.boundary.FlagRow;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Flags for a spreadsheet: a line for each, and a column for each environment with what the flag does there. */
final class CsvFlagFile implements FlagFile {
    /** Without it, spreadsheets read another encoding than UTF-8. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final List<String> DETAILS = List.of(
            "key",
            "name",
            "description",
            "type",
            "kind",
            "owner",
            "tags",
            "stale",
            "archived",
            "created",
            "changed",
            "changed by",
            "evaluations, 24 h");

    private final Writer out;
    private List<EnvironmentMark> environments = List.of();

    CsvFlagFile(Writer out) {
        this.out = out;
    }

    @Override
    public void begin(List<EnvironmentMark> marks) throws IOException {
        environments = marks;
        List<String> names = new ArrayList<>(DETAILS);
        marks.forEach(mark -> names.add(mark.name()));
        out.write(BYTE_ORDER_MARK + CsvLine.of(names));
    }

    @Override
    public void add(FlagRow row) throws IOException {
        FlagView flag = row.flag();
        List<String> cells = new ArrayList<>(List.of(
                flag.key().value(),
                flag.name(),
                flag.description(),
                flag.type().label(),
                flag.kind().label(),
                flag.owner(),
                Tags.text(flag.tags()),
                String.valueOf(flag.staleness().isSuspected()),
                String.valueOf(flag.archived()),
                flag.createdAt().toString(),
                row.changedAt().toString(),
                Objects.requireNonNullElse(row.changedBy(), ""),
                String.valueOf(row.evaluations())));
        environments.forEach(mark -> cells.add(words(row, mark)));
        out.write(CsvLine.of(cells));
    }

    private static String words(FlagRow row, EnvironmentMark mark) {
        return row.environments().stream()
                .filter(summary -> summary.environment().value().equals(mark.key()))
                .map(summary -> new StateCell(mark, summary).getWords())
                .findFirst()
                .orElse("");
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
