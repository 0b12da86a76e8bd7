package dev.jackstaff.admin.flag;

import dev.jackstaff.domain.PageLimit;
import dev.jackstaff.domain.flag.boundary.FlagOverviewPage;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The lazy table model of flags that match a filter. */
class FlagTableModel extends LazyDataModel<FlagRow> {
    private final Source source;

    /** A source of pages by offset and limit. Serializable, as the table is. */
    @FunctionalInterface
    interface Source extends Serializable {
        FlagOverviewPage page(int offset, int limit);
    }

    FlagTableModel(Source source) {
        this.source = source;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return Math.toIntExact(source.page(0, 1).total());
    }

    @Override
    public List<FlagRow> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
        return source.page(first, Math.min(size, PageLimit.MAX)).items().stream()
                .map(FlagRow::new)
                .toList();
    }

    @Override
    public String getRowKey(FlagRow row) {
        return row.getKey();
    }
}
