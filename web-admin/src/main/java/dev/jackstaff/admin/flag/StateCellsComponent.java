package dev.jackstaff.admin.flag;

import dev.jackstaff.admin.frame.MessageBundle;
import dev.jackstaff.admin.session.CurrentUser;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * The cells of a flag in the flag list, one for each environment: a switch, or a lamp for whoever may not move it, and what
 * that means. A component of its own, since a page has hundreds of them. The script finds flag and environment by the row
 * and the head of the column.
 */
public class StateCellsComponent extends UIComponentBase {
    private static final String SPAN = "span";
    private static final String CLASS = "class";

    @Override
    public String getFamily() {
        return "jackstaff";
    }

    @Override
    public void encodeBegin(FacesContext faces) throws IOException {
        ResponseWriter out = faces.getResponseWriter();
        String flag = (String) Objects.requireNonNull(getAttributes().get("flag"));
        boolean editable = Boolean.TRUE.equals(getAttributes().get("editable"));
        CurrentUser reader =
                (CurrentUser) Objects.requireNonNull(getAttributes().get("reader"));
        for (Object one : (List<?>) Objects.requireNonNull(getAttributes().get("of"))) {
            StateCell cell = (StateCell) one;
            write(out, flag, cell, editable && reader.maySwitch(cell.mark().key()));
        }
    }

    private void write(ResponseWriter out, String flag, StateCell cell, boolean editable) throws IOException {
        out.startElement("td", this);
        out.writeAttribute(CLASS, cell.mark().production() ? "state production" : "state", null);
        out.writeAttribute("data-label", cell.mark().name(), null);
        if (editable) {
            writeSwitch(out, flag, cell);
        } else {
            out.startElement(SPAN, this);
            out.writeAttribute(CLASS, cell.isOn() ? "lamp lamp-on" : "lamp lamp-none", null);
            out.writeText(MessageBundle.format(cell.isOn() ? "switch.on" : "switch.off"), null);
            out.endElement(SPAN);
        }
        if (editable || !cell.getWords().equals(MessageBundle.format("cell.off"))) {
            writeWords(out, cell);
        }
        out.endElement("td");
    }

    private void writeWords(ResponseWriter out, StateCell cell) throws IOException {
        out.startElement(SPAN, this);
        out.writeAttribute(CLASS, cell.getLook(), null);
        if (cell.getTitle() != null) {
            out.writeAttribute("title", cell.getTitle(), null);
        }
        out.writeText(cell.getWords(), null);
        out.endElement(SPAN);
    }

    private void writeSwitch(ResponseWriter out, String flag, StateCell cell) throws IOException {
        out.startElement("button", this);
        out.writeAttribute(CLASS, "switch", null);
        out.writeAttribute("role", "switch", null);
        out.writeAttribute("aria-checked", String.valueOf(cell.isOn()), null);
        out.writeAttribute(
                "aria-label",
                MessageBundle.format("switch.label", flag, cell.mark().name()),
                null);
        out.endElement("button");
    }
}
