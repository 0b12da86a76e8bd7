/**
 * Unleash's HTTP APIs: the client API for SDKs that evaluate locally, the frontend API for those that do not, and their
 * reports. Served from native environments: documents are exports, evaluations are the engine's own. Knows the host's
 * ports, the dialect's documents and their export, and no other protocol.
 */
@NullMarked
package dev.jackstaff.protocols.unleash.http;

import org.jspecify.annotations.NullMarked;
