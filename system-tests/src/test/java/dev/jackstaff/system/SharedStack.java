package dev.jackstaff.system;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one stack that all classes of a run share. Started at first use; stopped at the end of the run, however it
 * ends.
 */
final class SharedStack implements ParameterResolver {
    /** How often its edge reports what it counted: more often than edges usually do, so that no test waits long for a count. */
    static final Duration USAGE_INTERVAL = Duration.ofSeconds(2);

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedStack.class);

    /** The stack, closed with the run. */
    private record Shared(StackUnderTest installation) implements AutoCloseable {
        static Shared start() {
            StackUnderTest installation = StackUnderTest.in("jackstaff");
            installation.setEnvironment("JACKSTAFF_EDGE_USAGE_INTERVAL", Long.toString(USAGE_INTERVAL.toSeconds()));
            Runtime.getRuntime().addShutdownHook(new Thread(installation::close));
            long begun = System.nanoTime();
            StackUnderTest.Outcome up = installation.up();
            if (up.exitCode() != 0) {
                installation.close();
                throw new AssertionError("the stack did not start:\n" + up.output());
            }
            RunReport.print("up --detach: %.1f s", (System.nanoTime() - begun) / 1e9);
            return new Shared(installation);
        }

        @Override
        public void close() {
            installation.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StackUnderTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent("stack", key -> Shared.start(), Shared.class)
                .installation();
    }
}
