/** The startup of the hub. Knows every feature that takes part in it; no feature knows it. */
@NullMarked
package dev.jackstaff.domain.startup;

import org.jspecify.annotations.NullMarked;
