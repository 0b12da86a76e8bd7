package dev.jackstaff.api.flexflag;

import dev.jackstaff.protocols.flexflag.FlexflagPathFilter;
import jakarta.websocket.server.ServerEndpoint;

/** The WebSocket endpoint of FlexFlag edge servers that are pointed at FlexFlag's own path. */
@ServerEndpoint(FlexflagPathFilter.PREFIX + "/api/v1/edge/sync/ws")
public class PrefixedEdgeSyncEndpoint extends EdgeSyncEndpoint {}
