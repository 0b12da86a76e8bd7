/**
 * Environment documents, compiled into the intermediate form. What is compared, and how, is Python's: Flagsmith's own engine,
 * and with it the Edge Proxy, is written in it.
 */
@NullMarked
package dev.jackstaff.protocols.flagsmith.compiler;

import org.jspecify.annotations.NullMarked;
