/** The page of API keys. Knows no other page. */
@NullMarked
package dev.jackstaff.admin.key;

import org.jspecify.annotations.NullMarked;
