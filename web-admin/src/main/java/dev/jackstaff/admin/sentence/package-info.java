/** Rules as sentences, in pieces that a page can mark. */
@NullMarked
package dev.jackstaff.admin.sentence;

import org.jspecify.annotations.NullMarked;
