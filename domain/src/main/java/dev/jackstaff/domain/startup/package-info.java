/** How the hub starts. Knows every feature that has something to do then; nobody knows it. */
@NullMarked
package dev.jackstaff.domain.startup;

import org.jspecify.annotations.NullMarked;
