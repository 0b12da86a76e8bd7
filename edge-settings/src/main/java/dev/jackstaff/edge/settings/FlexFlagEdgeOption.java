package dev.jackstaff.edge.settings;

import static dev.jackstaff.edge.settings.ForeignOption.Effect.HONOURED;
import static dev.jackstaff.edge.settings.ForeignOption.Effect.WITHOUT_EFFECT;

/** The variables of FlexFlag's edge server. */
public enum FlexFlagEdgeOption implements ForeignOption {
    FLEXFLAG_EDGE_PORT(HONOURED, "8081 without it"),
    FLEXFLAG_EDGE_HUB_URL(HONOURED, "the address of a Jackstaff hub"),
    FLEXFLAG_HUB_URL(HONOURED, "the same; FlexFlag's code reads this name"),
    FLEXFLAG_EDGE_API_KEY(HONOURED, "an edge key of that hub"),
    FLEXFLAG_EDGE_ENABLE_METRICS(HONOURED, ""),
    FLEXFLAG_LOG_LEVEL(HONOURED, ""),
    FLEXFLAG_EDGE_ENVIRONMENT(WITHOUT_EFFECT, "the key says which environments the edge serves"),
    FLEXFLAG_EDGE_CACHE_TTL(WITHOUT_EFFECT, "nothing expires: every change arrives at once"),
    FLEXFLAG_EDGE_MAX_FLAGS(WITHOUT_EFFECT, "an edge holds all flags"),
    FLEXFLAG_EDGE_MAX_API_KEYS(WITHOUT_EFFECT, "an edge holds all keys"),
    FLEXFLAG_EDGE_CLEANUP_INTERVAL(WITHOUT_EFFECT, "nothing expires"),
    FLEXFLAG_EDGE_SYNC_TYPE(WITHOUT_EFFECT, "edge and hub choose"),
    FLEXFLAG_EDGE_RECONNECT_INTERVAL(WITHOUT_EFFECT, "an edge connects again at once, then with growing pauses"),
    FLEXFLAG_EDGE_HEARTBEAT_INTERVAL(WITHOUT_EFFECT, "the hub decides"),
    FLEXFLAG_EDGE_MAX_RETRIES(WITHOUT_EFFECT, "an edge never gives up"),
    FLEXFLAG_EDGE_BUFFER_SIZE(WITHOUT_EFFECT, "there is no such buffer"),
    FLEXFLAG_EDGE_ENABLE_SSL(WITHOUT_EFFECT, "the address of the hub begins with `https:` or not");

    private final Effect effect;
    private final String remark;

    FlexFlagEdgeOption(Effect effect, String remark) {
        this.effect = effect;
        this.remark = remark;
    }

    @Override
    public String variable() {
        return name();
    }

    @Override
    public Effect effect() {
        return effect;
    }

    @Override
    public String remark() {
        return remark;
    }
}
