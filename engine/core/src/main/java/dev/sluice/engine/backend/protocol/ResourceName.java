package dev.sluice.engine.backend.protocol;

/** What a resource is called in an ARN, a URL or by itself: the last part of it. */
public final class ResourceName {
    private ResourceName() {}

    /** What stands after the last {@code :} or {@code /}. */
    public static String of(String arnOrUrl) {
        int cut = Math.max(arnOrUrl.lastIndexOf(':'), arnOrUrl.lastIndexOf('/'));
        return arnOrUrl.substring(cut + 1);
    }

    /** The service that an ARN belongs to; empty if this is no ARN. */
    public static String service(String arn) {
        String[] parts = arn.split(":", 4);
        return parts.length == 4 && parts[0].equals("arn") ? parts[2] : "";
    }

    /** The function that an ARN (with or without qualifier) or a name says. */
    public static String function(String arnOrName) {
        int at = arnOrName.indexOf(":function:");
        String rest = at < 0 ? arnOrName : arnOrName.substring(at + ":function:".length());
        int end = rest.indexOf(':');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
