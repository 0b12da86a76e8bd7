/** The hub's model and use cases. Knows no JAX-RS, Faces or Servlet. */
@NullMarked
package dev.jackstaff.domain;

import org.jspecify.annotations.NullMarked;
