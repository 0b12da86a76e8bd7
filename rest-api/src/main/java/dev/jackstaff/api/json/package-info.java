/** The strict reading and the writing of JSON bodies. Knows the engine's grammar of definitions and no resource. */
@NullMarked
package dev.jackstaff.api.json;

import org.jspecify.annotations.NullMarked;
