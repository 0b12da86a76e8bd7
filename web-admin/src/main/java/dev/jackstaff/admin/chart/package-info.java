/** Charts as numbers that a page draws as SVG. */
@NullMarked
package dev.jackstaff.admin.chart;

import org.jspecify.annotations.NullMarked;
