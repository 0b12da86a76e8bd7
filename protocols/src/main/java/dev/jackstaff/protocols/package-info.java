/** The wire protocols, one package each. Never knows whether it is mounted by the hub or by an edge. */
@NullMarked
package dev.jackstaff.protocols;

import org.jspecify.annotations.NullMarked;
