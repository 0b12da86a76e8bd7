package dev.jackstaff.admin.frame;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** The factory that puts the {@link DomainExceptionHandler} before the server's own exception handler. */
public class DomainExceptionHandlerFactory extends ExceptionHandlerFactory {
    public DomainExceptionHandlerFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new DomainExceptionHandler(getWrapped().getExceptionHandler());
    }
}
