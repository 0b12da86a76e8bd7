/**
 * How edges take whole snapshots over HTTP, from a hub or from another edge: a state that says which revisions there are and
 * how old that knowledge is, a stream of such states, and the snapshots' documents. For edge keys alone.
 */
@NullMarked
package dev.jackstaff.protocols.sync;

import org.jspecify.annotations.NullMarked;
