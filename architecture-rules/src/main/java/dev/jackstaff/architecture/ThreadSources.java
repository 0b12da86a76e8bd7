package dev.jackstaff.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The ways to make a thread that the container does not know. */
final class ThreadSources {
    static final DescribedPredicate<JavaAccess<?>> MAKE = DescribedPredicate.describe(
            "a thread, or an executor with threads of its own, is made", ThreadSources::makes);

    private ThreadSources() {}

    private static boolean makes(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)) {
            return owner.isAssignableTo(Thread.class)
                    || owner.isEquivalentTo(Timer.class)
                    || (owner.getPackageName().equals("java.util.concurrent") && owner.isAssignableTo(Executor.class));
        }
        return (owner.isEquivalentTo(Executors.class) && access.getName().startsWith("new"))
                || (owner.isEquivalentTo(CompletableFuture.class)
                        && access.getName().endsWith("Async")
                        && access.getTarget() instanceof CodeUnitAccessTarget target
                        && target.getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Executor.class)));
    }
}
