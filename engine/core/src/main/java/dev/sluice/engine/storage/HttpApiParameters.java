package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.execution.httpapi.ReservedHeaders;
import java.util.Map;
import java.util.regex.Pattern;

/** What can be wrong with the keys of an HTTP API's parameter mapping. */
final class HttpApiParameters {
    private static final String HEADER = "header.";
    private static final Pattern OF_REQUEST =
            Pattern.compile("(append|overwrite|remove):(header|querystring)\\..+|overwrite:path");
    private static final Pattern OF_RESPONSE =
            Pattern.compile("(append|overwrite|remove):header\\..+|overwrite:statuscode");

    private HttpApiParameters() {}

    /** Reports the keys that have no effect. */
    static void check(Map<String, String> parameters, Fields fields, boolean isRequest) {
        for (String key : parameters.keySet()) {
            if (!(isRequest ? OF_REQUEST : OF_RESPONSE).matcher(key).matches()) {
                fields.error(
                        key,
                        "\"" + key + "\" maps nothing. Write append, overwrite or remove, a colon and header.NAME"
                                + (isRequest
                                        ? ", querystring.NAME; or overwrite:path."
                                        : "; or overwrite:statuscode."));
            } else if (ReservedHeaders.contains(header(key))) {
                fields.error(
                        key, "The header " + header(key) + " cannot be mapped: only the gateway sets it. Remove this.");
            }
        }
    }

    private static String header(String key) {
        String target = key.substring(key.indexOf(':') + 1);
        return target.startsWith(HEADER) ? target.substring(HEADER.length()) : "";
    }
}
