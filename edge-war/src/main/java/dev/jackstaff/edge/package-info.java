/** The edge: applies snapshots from its upstream and mounts the wire protocols. Never knows the domain. */
@NullMarked
package dev.jackstaff.edge;

import org.jspecify.annotations.NullMarked;
