/**
 * The transfer of whole snapshots to edges over HTTP, from a hub or from another edge: a state with the available
 * revisions and their ages, a stream of such states, and the snapshots' documents. For edge keys only.
 */
@NullMarked
package dev.jackstaff.protocols.sync;

import org.jspecify.annotations.NullMarked;
