/** The pages of flags: the list with its switches, and the page of one flag. Knows no other page. */
@NullMarked
package dev.jackstaff.admin.flag;

import org.jspecify.annotations.NullMarked;
