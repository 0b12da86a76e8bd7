package dev.jackstaff.admin.frame;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The converter of instants to text: to the minute, in UTC, as {@code 21 Nov 2026 08:15}. */
@FacesConverter("jackstaff.Instant")
public class InstantConverter implements Converter<Instant> {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @Override
    public String getAsString(FacesContext faces, UIComponent component, @Nullable Instant value) {
        return value == null ? "" : FORMAT.format(value);
    }

    @Override
    public Instant getAsObject(FacesContext faces, UIComponent component, @Nullable String text) {
        throw new UnsupportedOperationException("an instant is shown, not entered");
    }
}
