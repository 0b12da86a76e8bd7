/** What a person sees: progress, results, and failures in plain words. Knows nothing of what it reports. */
@NullMarked
package dev.jackstaff.cli.terminal;

import org.jspecify.annotations.NullMarked;
