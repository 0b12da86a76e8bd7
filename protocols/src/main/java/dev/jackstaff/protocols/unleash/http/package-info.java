/**
 * Unleash's HTTP APIs: the client API for SDKs that evaluate by themselves, the frontend API for those that ask, and what they
 * report. Served from native environments: documents are exports, answers are the engine's own. Knows the host's ports, the
 * dialect's documents and their export, and no other protocol.
 */
@NullMarked
package dev.jackstaff.protocols.unleash.http;

import org.jspecify.annotations.NullMarked;
