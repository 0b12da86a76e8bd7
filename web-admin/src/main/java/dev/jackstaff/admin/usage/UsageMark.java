package dev.jackstaff.admin.usage;

import java.time.Instant;

/**
 * A change of the flag, as a mark in the chart.
 *
 * @param time when, in words
 * @param text what was changed
 * @param actor who changed it; empty if that is not recorded
 */
public record UsageMark(int number, Instant at, String time, String text, String actor, long revision) {}
