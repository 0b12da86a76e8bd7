package dev.jackstaff.architecture.sample.thread;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** A class that makes threads. */
final class ExecutorOwner {
    final Executor executor = Executors.newSingleThreadExecutor();
}
