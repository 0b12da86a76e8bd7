package dev.jackstaff.api.problem;

import jakarta.annotation.Priority;
import jakarta.transaction.TransactionalException;

/** The exception mapper for failures at commit, in place of Jersey's own, which would answer with a page. */
@Priority(1)
public final class CommitExceptionMapper extends HubExceptionMapper<TransactionalException> {}
