/** The pages that explain an API. */
@NullMarked
package dev.jackstaff.protocols.docs;

import org.jspecify.annotations.NullMarked;
