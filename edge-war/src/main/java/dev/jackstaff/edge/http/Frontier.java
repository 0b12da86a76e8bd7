package dev.jackstaff.edge.http;

import dev.jackstaff.edge.metrics.Measured;
import dev.jackstaff.edge.staleness.SnapshotAge;
import dev.jackstaff.protocols.EdgeSettings;
import dev.jackstaff.protocols.Leftovers;
import dev.jackstaff.protocols.NoTrace;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;

/** What every request passes, in this order; preflights are answered before anybody's address is looked at. */
@WebListener
public class Frontier implements ServletContextListener {
    private static final List<Class<? extends Filter>> FILTERS = List.of(
            Measured.class,
            SnapshotAge.class,
            NoTrace.class,
            Cors.class,
            AddressLists.class,
            Leftovers.class,
            OneContentType.class);

    @Override
    public void contextInitialized(ServletContextEvent event) {
        EdgeSettings.configured().requireFit();
        ServletContext context = event.getServletContext();
        context.setRequestCharacterEncoding(StandardCharsets.UTF_8.name()); // of parameters; bodies are read as bytes
        for (Class<? extends Filter> filter : FILTERS) {
            FilterRegistration.Dynamic passed = context.addFilter(filter.getName(), filter);
            passed.setAsyncSupported(true);
            passed.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
        }
    }
}
