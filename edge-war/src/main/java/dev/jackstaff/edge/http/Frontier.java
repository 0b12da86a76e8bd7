package dev.jackstaff.edge.http;

import dev.jackstaff.edge.drain.UnderWay;
import dev.jackstaff.edge.metrics.Measured;
import dev.jackstaff.edge.staleness.SnapshotAge;
import dev.jackstaff.protocols.EdgeSetting;
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

/**
 * What every request passes, in this order; preflights are answered before anybody's address is looked at. A request below the
 * base path is forwarded first of all, and passes the rest as what it is forwarded as.
 */
@WebListener
public class Frontier implements ServletContextListener {
    private static final List<Class<? extends Filter>> FILTERS = List.of(
            UnderWay.class,
            Measured.class,
            SnapshotAge.class,
            NoTrace.class,
            Cors.class,
            AddressLists.class,
            Leftovers.class,
            OneContentType.class);

    @Override
    public void contextInitialized(ServletContextEvent event) {
        EdgeSettings settings = EdgeSettings.configured();
        settings.requireFit();
        ServletContext context = event.getServletContext();
        context.setRequestCharacterEncoding(StandardCharsets.UTF_8.name()); // of parameters; bodies are read as bytes
        if (settings.text(EdgeSetting.BASE_PATH).isPresent()) {
            mount(context, BasePath.class);
        }
        for (Class<? extends Filter> filter : FILTERS) {
            mount(context, filter);
        }
    }

    private static void mount(ServletContext context, Class<? extends Filter> filter) {
        FilterRegistration.Dynamic passed = context.addFilter(filter.getName(), filter);
        passed.setAsyncSupported(true);
        passed.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD), true, "/*");
    }
}
