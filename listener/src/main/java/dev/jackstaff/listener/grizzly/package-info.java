/** The filter in front of Payara's HTTP connector, Grizzly. Knows neither hub nor edge. */
@NullMarked
package dev.jackstaff.listener.grizzly;

import org.jspecify.annotations.NullMarked;
