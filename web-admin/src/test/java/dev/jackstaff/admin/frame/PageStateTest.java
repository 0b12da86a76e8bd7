package dev.jackstaff.admin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that no bean of a page outlives its request: pages keep their state in the address and in the database. */
class PageStateTest {
    private static final int FEWEST = 10;
    private static final List<Class<? extends Annotation>> LASTING =
            List.of(ViewScoped.class, SessionScoped.class, ConversationScoped.class);

    @Test
    void noBeanOutlivesItsRequest() throws Exception {
        List<Class<?>> beans = beans();

        assertThat(beans).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(beans).noneMatch(bean -> LASTING.stream().anyMatch(bean::isAnnotationPresent));
    }

    private static List<Class<?>> beans() throws IOException, URISyntaxException {
        Path classes = Path.of(PageMessages.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.startsWith("dev") && name.endsWith(".class"))
                    .<Class<?>>map(PageStateTest::named)
                    .filter(type -> type.isAnnotationPresent(Named.class))
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
