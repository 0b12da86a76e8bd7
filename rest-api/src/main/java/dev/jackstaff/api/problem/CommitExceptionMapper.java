package dev.jackstaff.api.problem;

import jakarta.annotation.Priority;
import jakarta.transaction.TransactionalException;

/** Answers what fails at commit. Jersey has a mapper of its own for it, which would answer with a page. */
@Priority(1)
public final class CommitExceptionMapper extends HubExceptionMapper<TransactionalException> {}
