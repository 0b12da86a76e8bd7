/**
 * The export of a native environment as an Unleash features document, with notes on what cannot be expressed in it.
 * Knows neither the origin of the environment nor the readers of the document.
 */
@NullMarked
package dev.jackstaff.protocols.unleash.export;

import org.jspecify.annotations.NullMarked;
