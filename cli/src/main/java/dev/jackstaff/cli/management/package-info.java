/** The commands of the management API, for any hub. Know nothing of the processes of an installation. */
@NullMarked
package dev.jackstaff.cli.management;

import org.jspecify.annotations.NullMarked;
