/** Files that survive a crash. It knows nothing of what is in them. */
@NullMarked
package dev.jackstaff.edge.file;

import org.jspecify.annotations.NullMarked;
