/**
 * The conversion of Unleash features documents to native definitions, with notes on what was changed and lost. Knows
 * neither the origin of a document nor the use of the result.
 */
@NullMarked
package dev.jackstaff.protocols.unleash.conversion;

import org.jspecify.annotations.NullMarked;
