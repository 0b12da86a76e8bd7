package dev.jackstaff.admin.compare;

import java.util.List;

/** A part of the settings of a flag in each of the environments that are compared. */
public record ComparedRow(String title, List<ComparedCell> cells) {
    public ComparedRow {
        cells = List.copyOf(cells);
    }

    public String getTitle() {
        return title;
    }

    public List<ComparedCell> getCells() {
        return cells;
    }

    /** Whether it is not the same everywhere. */
    public boolean isDiffers() {
        return cells.stream().anyMatch(ComparedCell::differs);
    }
}
