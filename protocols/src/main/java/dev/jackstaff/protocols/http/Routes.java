package dev.jackstaff.protocols.http;

import java.util.List;

/**
 * The routes of one protocol for one kind of host.
 *
 * @param resources JAX-RS resources
 * @param servlets routes without JAX-RS: those for which it would cost more than the answer (decision 0011), whose
 *     other path spellings the resources serve; and streams, which must not occupy a thread
 */
public record Routes(List<Class<?>> resources, List<ServletRoute> servlets) {
    /** An empty set of routes. */
    public static final Routes NONE = new Routes(List.of(), List.of());

    public Routes {
        resources = List.copyOf(resources);
        servlets = List.copyOf(servlets);
    }

    /** Routes of JAX-RS resources only. */
    public static Routes of(Class<?>... resources) {
        return new Routes(List.of(resources), List.of());
    }

    /** A copy of these routes with additional servlets. */
    public Routes with(ServletRoute... servlets) {
        return new Routes(resources, List.of(servlets));
    }
}
