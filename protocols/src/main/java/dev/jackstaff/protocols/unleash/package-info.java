/**
 * Unleash: its features document as it is, and its reader. The document knows nothing of what it is taken for: the packages
 * below make native definitions of it, or flags that can be evaluated.
 */
@NullMarked
package dev.jackstaff.protocols.unleash;

import org.jspecify.annotations.NullMarked;
