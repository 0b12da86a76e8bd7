/**
 * The export of a native environment as a Flagsmith environment document, with notes on what cannot be expressed in it.
 * Knows neither the origin of the environment nor the readers of the document.
 */
@NullMarked
package dev.jackstaff.protocols.flagsmith.export;

import org.jspecify.annotations.NullMarked;
