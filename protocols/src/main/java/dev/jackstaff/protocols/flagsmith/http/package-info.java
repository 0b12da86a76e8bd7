/**
 * Flagsmith's HTTP API as its SDKs and its Edge Proxy define it: flags, identities, the environment document,
 * analytics, health. Knows the engine, the export and the host's ports, and no other protocol.
 */
@NullMarked
package dev.jackstaff.protocols.flagsmith.http;

import org.jspecify.annotations.NullMarked;
