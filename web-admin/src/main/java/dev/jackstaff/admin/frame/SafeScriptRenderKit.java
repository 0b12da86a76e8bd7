package dev.jackstaff.admin.frame;

import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitWrapper;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** The render kit with safe inline scripts. */
public class SafeScriptRenderKit extends RenderKitWrapper {
    SafeScriptRenderKit(RenderKit wrapped) {
        super(wrapped);
    }

    @Override
    public ResponseWriter createResponseWriter(
            Writer writer, @Nullable String contentTypes, @Nullable String characterEncoding) {
        return new SafeScriptWriter(super.createResponseWriter(writer, contentTypes, characterEncoding));
    }
}
