/** The use cases of projects and environments. */
@NullMarked
package dev.jackstaff.domain.project.boundary;

import org.jspecify.annotations.NullMarked;
