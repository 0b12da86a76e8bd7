/**
 * FlexFlag's hub: registering, profile, flags, environments by id, edge servers and their sync. What FlexFlag has under the
 * same address as the management API is the management API.
 */
@NullMarked
package dev.jackstaff.api.flexflag;

import org.jspecify.annotations.NullMarked;
