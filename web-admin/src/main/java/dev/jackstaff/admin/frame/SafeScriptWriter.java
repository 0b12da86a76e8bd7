package dev.jackstaff.admin.frame;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A response writer whose inline scripts contain no text that changes how HTML reads a script: in {@code <!--} and
 * {@code <script}, which only texts of people have, the first character is written as an escape of JavaScript. The
 * components escape {@code </} only, and HTML would take such a script for one that goes on behind its end.
 */
public class SafeScriptWriter extends ResponseWriterWrapper {
    private static final Pattern UNSAFE = Pattern.compile("<(?=!--|/?script)", Pattern.CASE_INSENSITIVE);
    private static final String ESCAPED = "\\\\u003C";
    private static final String SCRIPT = "script";

    /** The script that is being written; null outside of scripts. */
    private @Nullable StringWriter script;

    public SafeScriptWriter(ResponseWriter wrapped) {
        super(wrapped);
    }

    /** A script with its texts escaped. */
    static String escape(String script) {
        return UNSAFE.matcher(script).replaceAll(ESCAPED);
    }

    @Override
    public void startElement(String name, @Nullable UIComponent component) throws IOException {
        super.startElement(name, component);
        if (SCRIPT.equalsIgnoreCase(name)) {
            script = new StringWriter();
        }
    }

    @Override
    public void endElement(String name) throws IOException {
        flushScript();
        super.endElement(name);
    }

    private void flushScript() throws IOException {
        if (script != null) {
            String written = script.toString();
            script = null;
            if (!written.isEmpty()) {
                getWrapped().write(escape(written));
            }
        }
    }

    @Override
    public void write(String text) throws IOException {
        target().write(text);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        target().write(text, offset, length);
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        target().write(text, offset, length);
    }

    @Override
    public void write(int character) throws IOException {
        target().write(character);
    }

    private Writer target() {
        return script == null ? getWrapped() : script;
    }

    @Override
    public void writeText(Object text, @Nullable String property) throws IOException {
        if (script == null) {
            getWrapped().writeText(text, property);
        } else {
            script.write(text.toString());
        }
    }

    @Override
    public void writeText(Object text, @Nullable UIComponent component, @Nullable String property) throws IOException {
        if (script == null) {
            getWrapped().writeText(text, component, property);
        } else {
            script.write(text.toString());
        }
    }

    @Override
    public void writeText(char[] text, int offset, int length) throws IOException {
        if (script == null) {
            getWrapped().writeText(text, offset, length);
        } else {
            script.write(text, offset, length);
        }
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
        return new SafeScriptWriter(super.cloneWithWriter(writer));
    }
}
