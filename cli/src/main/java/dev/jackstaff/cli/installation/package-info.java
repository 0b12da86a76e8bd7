/** The directory, settings, ports, secrets and recorded processes of an installation. */
@NullMarked
package dev.jackstaff.cli.installation;

import org.jspecify.annotations.NullMarked;
