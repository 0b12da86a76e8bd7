/** The entities, their own rules, and their JPA converters. */
@NullMarked
package dev.jackstaff.domain.project.entity;

import org.jspecify.annotations.NullMarked;
