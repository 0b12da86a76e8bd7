/** The page that shows every part of which pages are made, for whoever builds pages. */
@NullMarked
package dev.jackstaff.admin.design;

import org.jspecify.annotations.NullMarked;
