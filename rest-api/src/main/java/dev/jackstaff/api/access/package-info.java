/** Authentication: login, tokens, API keys and users. */
@NullMarked
package dev.jackstaff.api.access;

import org.jspecify.annotations.NullMarked;
