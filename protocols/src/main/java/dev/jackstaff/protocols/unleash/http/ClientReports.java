package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import org.jspecify.annotations.Nullable;

/** The reports that SDKs send to either API: registrations and metrics. */
final class ClientReports {
    private final UnleashAccess access;
    private final UsageCounter usage;
    private final Reply accepted;

    /**
     * The reports to one API.
     *
     * @param accepted the response to accepted metrics
     */
    ClientReports(UnleashAccess access, UsageCounter usage, Reply accepted) {
        this.access = access;
        this.usage = usage;
        this.accepted = accepted;
    }

    /** Accepts the registration of an SDK, which is reported upstream only. */
    Reply register(@Nullable String key, RequestPayload body, Reply registered) {
        return access.answerIfGranted(key, granted -> {
            new ClientReportRecorder(granted.environment(), usage).recordRegistration(body.bytes());
            return registered;
        });
    }

    /** Counts the metrics of an SDK. */
    Reply metrics(@Nullable String key, String sdk, RequestPayload body) {
        return access.answerIfGranted(key, granted -> {
            byte[] bytes = body.bytes();
            UnleashUsageReport.countAll(UnleashUsageReader.ofClient(bytes), usage, granted, sdk);
            new ClientReportRecorder(granted.environment(), usage).recordMetrics(bytes);
            return accepted;
        });
    }
}
