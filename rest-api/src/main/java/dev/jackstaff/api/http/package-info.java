/** The HTTP basics of the resources: versions as entity tags, and query parameters. Knows no resource. */
@NullMarked
package dev.jackstaff.api.http;

import org.jspecify.annotations.NullMarked;
