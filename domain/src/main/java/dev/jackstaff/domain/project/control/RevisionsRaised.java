package dev.jackstaff.domain.project.control;

/** The outbox has new rows. An event; observe it after success. */
public record RevisionsRaised() {}
