/** The set-up and launch of Payara Server for the hub and Payara Micro for the edge. Knows nothing of flags. */
@NullMarked
package dev.jackstaff.cli.payara;

import org.jspecify.annotations.NullMarked;
