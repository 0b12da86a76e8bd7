package dev.jackstaff.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeScriptWriterTest {
    @ParameterizedTest
    @ValueSource(strings = {"<!--<script>", "a <!-- b", "<SCRIPT>alert(1)", "</script>", "<script", "<!--"})
    void noTextChangesHowAScriptIsRead(String text) {
        String escaped = SafeScriptWriter.escape("confirm(\"" + text + "\")");

        assertThat(escaped).doesNotContain("<");
        assertThat(escaped.replace("\\u003C", "<")).isEqualTo("confirm(\"" + text + "\")");
    }

    @Test
    void scriptsOnlyAreEscapedHoweverTheyAreWritten() throws IOException {
        PlainWriter page = new PlainWriter();
        SafeScriptWriter writer = new SafeScriptWriter(page);

        writer.write("<!--");
        writer.startElement("script", null);
        writer.write("a('<!-");
        writer.write("-');".toCharArray());
        writer.writeText("b('<script>')", null);
        writer.write('<');
        writer.write("x!--", 1, 3);
        writer.endElement("script");
        writer.writeText("<!--", null, null);

        assertThat(page.text).hasToString("<!--<script>a('\\u003C!--');b('\\u003Cscript>')\\u003C!--</script><!--");
    }

    @ParameterizedTest
    @ValueSource(strings = {"if (a < b) c();", "x = \"<b>\";", "i<!j", "x<<2"})
    void otherScriptsStayAsTheyAre(String script) {
        assertThat(SafeScriptWriter.escape(script)).isEqualTo(script);
    }

    /** A response writer that keeps what is written. */
    private static final class PlainWriter extends ResponseWriter {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void startElement(String name, UIComponent component) {
            text.append('<').append(name).append('>');
        }

        @Override
        public void endElement(String name) {
            text.append("</").append(name).append('>');
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            text.append(characters, offset, length);
        }

        @Override
        public void writeText(Object written, String property) {
            text.append(written);
        }

        @Override
        public void writeText(char[] characters, int offset, int length) {
            text.append(characters, offset, length);
        }

        @Override
        public String getContentType() {
            return "text/html";
        }

        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public void startDocument() {}

        @Override
        public void endDocument() {}

        @Override
        public void writeAttribute(String name, Object value, String property) {}

        @Override
        public void writeURIAttribute(String name, Object value, String property) {}

        @Override
        public void writeComment(Object comment) {}

        @Override
        public ResponseWriter cloneWithWriter(Writer writer) {
            return this;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
