/** The page of projects. Knows no other page. */
@NullMarked
package dev.jackstaff.admin.project;

import org.jspecify.annotations.NullMarked;
