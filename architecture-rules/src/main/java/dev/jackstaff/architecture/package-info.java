/** Architecture rules that hold in several modules, for the modules' tests. Depends on no module. */
@NullMarked
package dev.jackstaff.architecture;

import org.jspecify.annotations.NullMarked;
