/** The access to Payara's kernel, for what Jakarta EE lacks. Knows nothing of the edge but its settings. */
@NullMarked
package dev.jackstaff.edge.server;

import org.jspecify.annotations.NullMarked;
