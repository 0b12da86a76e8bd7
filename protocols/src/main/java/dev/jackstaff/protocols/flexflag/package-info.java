/**
 * FlexFlag's edge: evaluation of one flag and of several, in every spelling that its README, its servers and its SDKs
 * use, its readiness and its cache statistics. Knows the engine and the host's ports, and no other protocol.
 */
@NullMarked
package dev.jackstaff.protocols.flexflag;

import org.jspecify.annotations.NullMarked;
