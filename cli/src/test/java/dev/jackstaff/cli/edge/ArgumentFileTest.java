package dev.jackstaff.cli.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    Path directory;

    /** Asks Java itself, which reads the file when it starts the edge. */
    @Test
    void javaReadsEveryArgumentAsItWasWritten() throws IOException, InterruptedException {
        List<String> values =
                List.of("plain", "two words", "a \"quoted\" one", "back\\slash", "#hash", "'single'", "[{\"a\":1}]");
        Path source = Files.writeString(
                directory.resolve("Echo.java"),
                "public class Echo { public static void main(String[] a) { for (int i = 0; i < a.length; i++)"
                        + " System.out.println(System.getProperty(\"p\" + i) + \"|\" + a[i]); } }");
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            arguments.add("-Dp" + i + "=" + values.get(i));
        }
        arguments.add(source.toString());
        arguments.addAll(values);
        Path file = directory.resolve("arguments");
        ArgumentFile.write(file, arguments);

        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file)
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).isZero();
        assertThat(output.lines())
                .isEqualTo(values.stream().map(value -> value + "|" + value).toList());
    }

    @Test
    void aFileOfOptionsMayHaveComments() throws IOException {
        Path file = Files.writeString(directory.resolve("options"), "# memory\n-Xmx256m\n\n -XX:+UseSerialGC\n");

        assertThat(ArgumentFile.read(file)).containsExactly("-Xmx256m", "-XX:+UseSerialGC");
    }
}
