/**
 * FlexFlag's hub: registration, profile, flags, environments by id, edge servers and their sync. Where both use the
 * same address, the management API serves FlexFlag's clients too.
 */
@NullMarked
package dev.jackstaff.api.flexflag;

import org.jspecify.annotations.NullMarked;
