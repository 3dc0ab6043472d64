package dev.sluice.engine.driver.load;

/**
 * What became of the requests of one client group. {@code intended = sent + dropped +} those still waiting for a
 * connection; {@code sent = ok + throttled + overQuota + clientErrors + serverErrors + failed +} those in flight.
 *
 * @param intended fire times that have come
 * @param sent handed to a connection
 * @param ok answered below 400
 * @param throttled 429 Too Many Requests
 * @param overQuota 429 Limit Exceeded
 * @param clientErrors answered 400 to 499, 429 left out
 * @param serverErrors answered 500 or above
 * @param failed not answered: timed out, refused, or the connection broke
 * @param dropped never sent: no connection became free in time
 * @param response time from the intended fire time to the end of the answer
 */
public record GroupCounts(
        String name,
        long intended,
        long sent,
        long ok,
        long throttled,
        long overQuota,
        long clientErrors,
        long serverErrors,
        long failed,
        long dropped,
        LatencySummary response) {

    /** Requests that got an answer, whatever its status. */
    public long answered() {
        return ok + throttled + overQuota + clientErrors + serverErrors;
    }
}
