/** The entities, their own rules, and their JPA converters. */
@NullMarked
package dev.jackstaff.domain.segment.entity;

import org.jspecify.annotations.NullMarked;
