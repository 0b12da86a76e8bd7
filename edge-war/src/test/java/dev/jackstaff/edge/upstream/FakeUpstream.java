package dev.jackstaff.edge.upstream;

import dev.jackstaff.edge.upstream.client.UpstreamClient;
import java.util.Map;
import java.util.Optional;

/** A fake upstream with the keys and the client of a test. */
public record FakeUpstream(Map<String, String> usageKeys, Optional<UpstreamClient> client, boolean learnsUsageKeys)
        implements Upstream {
    public FakeUpstream(Map<String, String> usageKeys, Optional<UpstreamClient> client) {
        this(usageKeys, client, false);
    }

    @Override
    public String kind() {
        return "test";
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean connected() {
        return true;
    }

    @Override
    public Optional<String> usageKey(String environment) {
        return Optional.ofNullable(usageKeys.get(environment));
    }

    @Override
    public String address() {
        return "https://flags.example.org";
    }
}
