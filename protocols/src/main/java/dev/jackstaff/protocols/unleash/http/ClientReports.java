package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import org.jspecify.annotations.Nullable;

/** What SDKs of both APIs report of themselves and of their flags. */
final class ClientReports {
    private final UnleashAccess access;
    private final UsageCounter usage;
    private final Reply accepted;

    /**
     * The reports to one API.
     *
     * @param accepted the answer to counts that were taken
     */
    ClientReports(UnleashAccess access, UsageCounter usage, Reply accepted) {
        this.access = access;
        this.usage = usage;
        this.accepted = accepted;
    }

    /** An SDK says that it is there. It is told of upstream, and nothing else is done with it. */
    Reply register(@Nullable String key, RequestPayload body, Reply registered) {
        return access.answerIfGranted(key, granted -> {
            new ClientReportRecorder(granted.environment(), usage).recordRegistration(body.bytes());
            return registered;
        });
    }

    /** An SDK's counts. */
    Reply metrics(@Nullable String key, RequestPayload body) {
        return access.answerIfGranted(key, granted -> {
            byte[] bytes = body.bytes();
            UnleashUsageReport.countAll(UnleashUsageReader.ofClient(bytes), usage, granted);
            new ClientReportRecorder(granted.environment(), usage).recordMetrics(bytes);
            return accepted;
        });
    }
}
