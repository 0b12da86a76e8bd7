package dev.jackstaff.api.problem;

import jakarta.annotation.Priority;

/** The exception mapper for everything without a mapper of its own. */
@Priority(1)
public final class UncaughtExceptionMapper extends HubExceptionMapper<Throwable> {}
