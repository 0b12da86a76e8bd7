/** The pages of flags: the list with its switches, and one flag in every environment. Knows no other page. */
@NullMarked
package dev.jackstaff.admin.flag;

import org.jspecify.annotations.NullMarked;
