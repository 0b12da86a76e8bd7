/** How a change gets into the trail. */
@NullMarked
package dev.jackstaff.domain.audit.control;

import org.jspecify.annotations.NullMarked;
