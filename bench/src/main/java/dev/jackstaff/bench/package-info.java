/** What the engine costs, beside what the engines of others cost. Knows nothing of HTTP and of servers. */
@NullMarked
package dev.jackstaff.bench;

import org.jspecify.annotations.NullMarked;
