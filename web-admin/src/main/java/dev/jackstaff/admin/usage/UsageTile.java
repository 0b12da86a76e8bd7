package dev.jackstaff.admin.usage;

import dev.jackstaff.admin.frame.MessageBundle;

/**
 * The share of a variant.
 *
 * @param share in percent, without the unit
 * @param note what it was in the period before; empty if there was nothing
 */
public record UsageTile(String name, String share, String note) {
    static UsageTile of(Series series, long sum, long before) {
        return new UsageTile(
                series.name(),
                Series.share(series.sum(), sum),
                before == 0 ? "" : MessageBundle.format("usage.was", Series.share(series.before(), before)));
    }
}
