/** What belongs to one installation on this machine: its directory, settings, ports, secrets and recorded processes. */
@NullMarked
package dev.jackstaff.cli.installation;

import org.jspecify.annotations.NullMarked;
