package dev.jackstaff.api.flag;

import dev.jackstaff.domain.flag.FlagKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * For how long flags of a kind are expected to live.
 *
 * @param kind {@code release}, {@code experiment}, {@code operational}, {@code kill-switch} or {@code permission}
 * @param days 0 to 3650; 0 is for ever
 */
@Schema(requiredProperties = {"kind", "days"})
public record LifetimeBody(@Schema(implementation = FlagKind.class) @Nullable String kind, @Nullable Integer days) {}
