package dev.jackstaff.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;
import java.util.Calendar;

/** The ways to learn what time it is. A reference such as {@code System::nanoTime} is none: it is what a test replaces. */
final class TimeSources {
    static final DescribedPredicate<JavaMethodCall> READ =
            DescribedPredicate.describe("the system's time is read", call -> reads(call.getTarget()));
    static final DescribedPredicate<JavaMethodCall> SYSTEM_CLOCK = DescribedPredicate.describe(
            "the system's clock is taken other than by a producer or as the default of a constructor",
            call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                    && call.getName().matches("system.*|tick(Millis|Seconds|Minutes)")
                    && !isSeam(call.getOrigin()));

    private TimeSources() {}

    private static boolean reads(MethodCallTarget target) {
        String owner = target.getOwner().getName();
        return switch (target.getName()) {
            case "currentTimeMillis", "nanoTime" -> owner.equals(System.class.getName());
            case "now" ->
                owner.startsWith("java.time.")
                        && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            case "getInstance" -> owner.equals(Calendar.class.getName());
            default -> false;
        };
    }

    private static boolean isSeam(JavaCodeUnit origin) {
        return origin.isAnnotatedWith("jakarta.enterprise.inject.Produces")
                || (origin.isConstructor()
                        && origin.getConstructorCallsFromSelf().stream().anyMatch(TimeSources::isOfSameClass));
    }

    private static boolean isOfSameClass(JavaConstructorCall call) {
        return call.getTargetOwner().equals(call.getOriginOwner());
    }
}
