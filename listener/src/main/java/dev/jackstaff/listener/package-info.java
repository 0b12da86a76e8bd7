/** The listeners of Payara, guarded against clients that send slowly, falsely or too much. Knows neither hub nor edge. */
@NullMarked
package dev.jackstaff.listener;

import org.jspecify.annotations.NullMarked;
