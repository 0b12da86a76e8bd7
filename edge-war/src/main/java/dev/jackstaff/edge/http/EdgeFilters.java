package dev.jackstaff.edge.http;

import dev.jackstaff.edge.drain.InFlightFilter;
import dev.jackstaff.edge.metrics.RequestMetricsFilter;
import dev.jackstaff.edge.server.FailedStart;
import dev.jackstaff.edge.server.ServerLog;
import dev.jackstaff.edge.settings.EdgeSetting;
import dev.jackstaff.edge.settings.ForeignOptions;
import dev.jackstaff.edge.staleness.SnapshotAgeFilter;
import dev.jackstaff.protocols.http.ContentTypeFilter;
import dev.jackstaff.protocols.http.GeneralHeadersFilter;
import dev.jackstaff.protocols.http.HeadMethodFilter;
import dev.jackstaff.protocols.http.TraceMethodFilter;
import dev.jackstaff.protocols.http.UnreadBodyFilter;
import dev.jackstaff.protocols.http.coding.ResponseCompressionFilter;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
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
import java.util.Set;
import java.util.logging.Logger;

/** The filters of the edge, in their order. */
@WebListener
public class EdgeFilters implements ServletContextListener {
    private static final Logger LOG = Logger.getLogger(EdgeFilters.class.getName());
    private static final List<Class<? extends Filter>> FILTERS_IN_ORDER = List.of(
            InFlightFilter.class,
            RequestMetricsFilter.class,
            GeneralHeadersFilter.class,
            SnapshotAgeFilter.class,
            CorsFilter.class,
            TraceMethodFilter.class,
            ClientAddressFilter.class,
            UnreadBodyFilter.class,
            HeadMethodFilter.class,
            ResponseCompressionFilter.class,
            EdgeRequestDecodingFilter.class,
            ContentTypeFilter.class,
            PendingKeyFilter.class);
    private static final Set<Class<? extends Filter>> ALSO_OF_ERRORS =
            Set.of(GeneralHeadersFilter.class, CorsFilter.class);

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            mountAll(event.getServletContext());
        } catch (RuntimeException refused) {
            FailedStart.end(refused);
            throw refused;
        }
    }

    private static void mountAll(ServletContext context) {
        EdgeSettings settings = EdgeSettings.configured();
        settings.validate(EdgeSetting.all());
        ServerLog.apply(settings);
        ForeignOptions.check(settings).forEach(LOG::warning);
        context.setRequestCharacterEncoding(StandardCharsets.UTF_8.name()); // for parameters; bodies are read as bytes
        if (settings.text(ProtocolSetting.BASE_PATH).isPresent()) {
            mount(context, BasePathFilter.class);
        }
        for (Class<? extends Filter> filter : FILTERS_IN_ORDER) {
            mount(context, filter);
        }
    }

    private static void mount(ServletContext context, Class<? extends Filter> filter) {
        FilterRegistration.Dynamic passed = context.addFilter(filter.getName(), filter);
        passed.setAsyncSupported(true);
        EnumSet<DispatcherType> dispatches = EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD);
        if (ALSO_OF_ERRORS.contains(filter)) {
            dispatches.add(DispatcherType.ERROR);
        }
        passed.addMappingForUrlPatterns(dispatches, true, "/*");
    }
}
