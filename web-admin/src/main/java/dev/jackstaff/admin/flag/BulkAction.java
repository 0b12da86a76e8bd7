package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.Labels;
import java.util.Locale;

/** What can be done with all flags that are selected, by its name in a form. */
enum BulkAction {
    ON,
    OFF,
    TAG,
    OWNER,
    ARCHIVE,
    RESTORE;

    static final Labels<BulkAction> LABELS = Labels.of(values(), BulkAction::label);

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
