/** The stored attributes and their JPA converters. */
@NullMarked
package dev.jackstaff.domain.attribute.entity;

import org.jspecify.annotations.NullMarked;
