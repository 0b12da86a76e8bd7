/** Architecture rules that hold in every module, for the modules' tests. Knows no module. */
@NullMarked
package dev.jackstaff.architecture;

import org.jspecify.annotations.NullMarked;
