package dev.sluice.engine.observation.insights;

/** Watches a query that runs: how far it is, and whether anybody still wants it. Called from several threads. */
public interface QueryWatch {
    QueryWatch NONE = new QueryWatch() {
        @Override
        public void scanned(int events) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /** @param events scanned since the last call */
    void scanned(int events);

    /** Asked every few thousand events; a cancelled query ends with a {@link CancelledQueryException}. */
    boolean isCancelled();

    /** Nobody wants the result any more. */
    final class CancelledQueryException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public CancelledQueryException() {
            super("The query was cancelled.", null, false, false);
        }
    }
}
