/** The writing of files that survive a crash. Knows nothing of their content. */
@NullMarked
package dev.jackstaff.edge.file;

import org.jspecify.annotations.NullMarked;
