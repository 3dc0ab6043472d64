package dev.sluice.engine.aws.protocol;

/** One operation of a service that speaks REST. */
@FunctionalInterface
public interface RestOperation {
    /** @throws dev.sluice.engine.control.ControlException what AWS would refuse, in its words */
    RestAnswer perform(RestCall call);
}
