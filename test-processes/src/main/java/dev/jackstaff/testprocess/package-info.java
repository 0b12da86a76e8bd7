/** The processes that tests start. Each ends with its test, and with the run, however that ends. Knows no module. */
@NullMarked
package dev.jackstaff.testprocess;

import org.jspecify.annotations.NullMarked;
