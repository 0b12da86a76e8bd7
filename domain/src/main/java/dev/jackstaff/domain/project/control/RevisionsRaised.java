package dev.jackstaff.domain.project.control;

/** Event: the outbox has new rows. Observe it after success. */
public record RevisionsRaised() {}
