package dev.jackstaff.protocols.environment;

/**
 * The part that a host serves of what there is. Its methods are the moves; each yields the state after it, which is the
 * same where the state has made the move already or is beyond it.
 */
sealed interface ServingState {
    /** Whether the host is ready for requests. */
    boolean isReady(boolean servesAny);

    /** Whether everything there is has been served once. */
    default boolean isComplete() {
        return false;
    }

    /** Everything known before a restart is served again. */
    default ServingState restored() {
        return this;
    }

    /** Environments arrive when a client presents a key for them. */
    default ServingState onDemand() {
        return new OnDemand();
    }

    /** Everything there is has been served once. */
    default ServingState completed() {
        return new Complete(false);
    }

    /** Nothing is known of what there is. */
    record Starting() implements ServingState {
        @Override
        public boolean isReady(boolean servesAny) {
            return false;
        }

        @Override
        public ServingState restored() {
            return new Restored();
        }
    }

    /** What was known before a restart is served; there may be new environments by now. */
    record Restored() implements ServingState {
        @Override
        public boolean isReady(boolean servesAny) {
            return servesAny;
        }
    }

    /** Environments are loaded on demand. A host that waited for one before it is ready would never get a request. */
    record OnDemand() implements ServingState {
        @Override
        public boolean isReady(boolean servesAny) {
            return true;
        }

        @Override
        public ServingState completed() {
            return new Complete(true);
        }
    }

    /** Everything there is has been served once. */
    record Complete(boolean loadsOnDemand) implements ServingState {
        @Override
        public boolean isReady(boolean servesAny) {
            return loadsOnDemand || servesAny;
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public ServingState onDemand() {
            return new Complete(true);
        }

        @Override
        public ServingState completed() {
            return this;
        }
    }
}
