/**
 * The infrastructure of server-sent events, whatever their protocol: one publisher, and the interfaces that protocols
 * implement.
 */
@NullMarked
package dev.jackstaff.protocols.stream;

import org.jspecify.annotations.NullMarked;
