package dev.jackstaff.api.problem;

import jakarta.annotation.Priority;

/** Answers whatever is thrown. */
@Priority(1)
public final class UncaughtExceptionMapper extends HubExceptionMapper<Throwable> {}
