package dev.jackstaff.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.view.ViewScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that state which outlives a request can be serialized. */
class PageStateTest {
    private static final int FEWEST = 6;

    @ParameterizedTest
    @MethodSource("beans")
    void aBeanCanBeSerializedWithAllThatItHolds(Class<?> type) throws Exception {
        Object bean = SampleValues.of(type);

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(bean);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isInstanceOf(type);
        }
    }

    @Test
    void theBeansAreFound() throws Exception {
        assertThat(beans()).hasSizeGreaterThanOrEqualTo(FEWEST);
    }

    static List<Class<?>> beans() throws IOException, URISyntaxException {
        Path classes = Path.of(PageMessages.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.startsWith("dev") && name.endsWith(".class"))
                    .<Class<?>>map(PageStateTest::named)
                    .filter(type ->
                            type.isAnnotationPresent(ViewScoped.class) || type.isAnnotationPresent(SessionScoped.class))
                    .toList();
        }
    }

    private static Class<?> named(String file) {
        try {
            String name = file.substring(0, file.length() - ".class".length());
            return Class.forName(name.replace('/', '.'), false, PageStateTest.class.getClassLoader());
        } catch (ClassNotFoundException unforeseen) {
            throw new IllegalStateException(unforeseen);
        }
    }
}
