package dev.sluice.engine.aws.logs;

import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.ServiceException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Members that several operations of CloudWatch Logs have. */
final class Input {
    private Input() {}

    /** Milliseconds since 1970-01-01T00:00Z. */
    static long millis(ObjectNode input, String member, long otherwise) {
        Optional<JsonNode> value = Member.present(input, member);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.get().isIntegralNumber()
                || !value.get().canConvertToLong()
                || value.get().longValue() < 0) {
            throw new ServiceException(LogGroups.INVALID, member + " is a number of milliseconds since 1970.");
        }
        return value.get().longValue();
    }

    static int limit(ObjectNode input, String member, int standard, int most) {
        int limit = Member.whole(input, member).orElse(standard);
        if (limit < 1 || limit > most) {
            throw new ServiceException(
                    LogGroups.INVALID,
                    "1 validation error detected: Value '" + limit + "' at '" + member
                            + "' failed to satisfy constraint: Member must have value between 1 and " + most);
        }
        return limit;
    }

    /** Streams that an operation wants, by their names or the beginning of them. */
    static Predicate<String> streams(ObjectNode input) {
        List<String> names = Member.texts(input, "logStreamNames");
        String prefix = Member.text(input, "logStreamNamePrefix").orElse("");
        if (!names.isEmpty() && !prefix.isEmpty()) {
            throw new ServiceException(
                    LogGroups.INVALID, "logStreamNames and logStreamNamePrefix cannot be used together.");
        }
        return stream -> (names.isEmpty() || names.contains(stream)) && stream.startsWith(prefix);
    }

    static ServiceException badToken() {
        return new ServiceException(LogGroups.INVALID, "The specified nextToken is invalid.");
    }
}
