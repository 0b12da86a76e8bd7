package dev.jackstaff.admin.frame;

import jakarta.faces.context.FacesContext;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The factory of {@link SafeScriptRenderKit}. */
public class SafeScriptRenderKitFactory extends RenderKitFactory {
    private final Map<RenderKit, RenderKit> safe = new ConcurrentHashMap<>();

    public SafeScriptRenderKitFactory(RenderKitFactory wrapped) {
        super(wrapped);
    }

    @Override
    public void addRenderKit(String id, RenderKit renderKit) {
        getWrapped().addRenderKit(id, renderKit);
    }

    @Override
    public @Nullable RenderKit getRenderKit(@Nullable FacesContext context, String id) {
        RenderKit found = getWrapped().getRenderKit(context, id);
        return found == null ? null : safe.computeIfAbsent(found, SafeScriptRenderKit::new);
    }

    @Override
    public Iterator<String> getRenderKitIds() {
        return getWrapped().getRenderKitIds();
    }
}
