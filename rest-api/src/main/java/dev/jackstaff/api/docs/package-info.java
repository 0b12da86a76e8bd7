/** The page that documents the API, and the OpenAPI description behind it. */
@NullMarked
package dev.jackstaff.api.docs;

import org.jspecify.annotations.NullMarked;
