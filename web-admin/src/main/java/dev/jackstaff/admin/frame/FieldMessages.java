package dev.jackstaff.admin.frame;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violation;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a refusal says of each field, at that field of the form that was sent. */
final class FieldMessages {
    private FieldMessages() {}

    /**
     * Adds what a refusal says to the page.
     *
     * @param whole its message, for what belongs to no field of the form
     */
    static void add(FacesContext faces, DomainException refusal, FacesMessage whole) {
        Map<String, UIComponent> fields = submitted(faces);
        List<Violation> elsewhere = new ArrayList<>();
        for (Violation violation : refusal.violations()) {
            UIComponent field = fields.get(violation.field());
            if (field == null) {
                elsewhere.add(violation);
            } else {
                ((EditableValueHolder) field).setValid(false);
                faces.addMessage(
                        field.getClientId(faces),
                        new FacesMessage(
                                FacesMessage.SEVERITY_ERROR,
                                MessageBundle.fieldLabel(violation.field()) + " " + violation.message(),
                                ""));
            }
        }
        if (!elsewhere.isEmpty() || refusal.violations().isEmpty()) {
            faces.addMessage(null, whole);
        }
    }

    /**
     * The fields of the forms that were sent, by their ids, which are the names of what they change. No list of the page is read
     * for it: what was refused may be what the list shows.
     */
    private static Map<String, UIComponent> submitted(FacesContext faces) {
        Map<String, UIComponent> fields = new HashMap<>();
        Map<String, String> sent = faces.getExternalContext().getRequestParameterMap();
        VisitContext once = VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_ITERATION));
        faces.getViewRoot().visitTree(once, (context, component) -> {
            if (component instanceof EditableValueHolder && sent.containsKey(component.getClientId(faces))) {
                fields.put(component.getId(), component);
            }
            return VisitResult.ACCEPT;
        });
        return fields;
    }
}
