package dev.jackstaff.protocols.http;

import java.util.List;

/**
 * The routes of one protocol at one kind of host.
 *
 * @param resources JAX-RS resources
 * @param servlets routes that do not go through JAX-RS: because it would cost more than the answer (decision 0011), in which
 *     case the resources answer the same in other spellings of the path; and streams, which must not hold a thread
 */
public record Routes(List<Class<?>> resources, List<ServletRoute> servlets) {
    /** No routes. */
    public static final Routes NONE = new Routes(List.of(), List.of());

    public Routes {
        resources = List.copyOf(resources);
        servlets = List.copyOf(servlets);
    }

    /** Routes of JAX-RS resources alone. */
    public static Routes of(Class<?>... resources) {
        return new Routes(List.of(resources), List.of());
    }

    /** These routes and some that do not go through JAX-RS. */
    public Routes with(ServletRoute... servlets) {
        return new Routes(resources, List.of(servlets));
    }
}
