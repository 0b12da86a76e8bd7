/** The entities, their own rules, and their JPA converters. */
@NullMarked
package dev.jackstaff.domain.access.entity;

import org.jspecify.annotations.NullMarked;
