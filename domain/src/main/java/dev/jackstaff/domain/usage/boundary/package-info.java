/** The use cases of usage: edges report it, people query it. */
@NullMarked
package dev.jackstaff.domain.usage.boundary;

import org.jspecify.annotations.NullMarked;
