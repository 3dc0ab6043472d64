package dev.sluice.engine.aws.protocol;

import tools.jackson.databind.node.ObjectNode;

/** One operation of a service, whatever protocol its input came in. */
@FunctionalInterface
public interface Operation {
    /**
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     * @throws ServiceException what AWS would refuse
     * @throws dev.sluice.engine.control.ControlException for a member of the wrong type
     */
    ObjectNode perform(ObjectNode input, long nowNanos);
}
