/**
 * Exports of environments in other systems' formats, for SDKs that evaluate by themselves. Knows the protocols by their
 * exports.
 */
@NullMarked
package dev.jackstaff.api.exports;

import org.jspecify.annotations.NullMarked;
