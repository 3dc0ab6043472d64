package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.Integration.Type;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads where an integration leads: an HTTP address, the ARN of a function wrapped in its invocation path, or a path or
 * action of another AWS service.
 */
final class IntegrationUri {
    /** A resource of a CloudFormation stack, <code>${Name.Arn}</code>: a function, where a function is expected. */
    private static final Pattern STACK_RESOURCE = Pattern.compile("\\$\\{([A-Za-z0-9]+)(?:\\.(?:Arn|Alias))?}");

    /** Stage variables and the like may stand anywhere but in the words themselves. */
    private static final Pattern SERVICE = Pattern.compile("arn:aws[a-z-]*:apigateway:[^:/]*:[^:/]+:(path|action)/");

    private final Reading reading;
    private final Account account;
    private final Intrinsics intrinsics;

    IntegrationUri(Reading reading) {
        this.reading = reading;
        this.account = reading.settings().account();
        this.intrinsics = new Intrinsics(account, reading.problems());
    }

    String substitute(String text) {
        return intrinsics.substitute(text);
    }

    /** The URI; absent, with a problem, if a type that needs one has none that can be called. */
    Optional<String> uri(Type type, Fields fields) {
        String uri = fields.text("uri").map(this::substitute).orElse("");
        return switch (type) {
            case MOCK -> Optional.of(uri);
            case HTTP, HTTP_PROXY -> http(uri, fields);
            case AWS_PROXY -> function(uri, "uri", fields);
            case AWS -> isFunction(uri) ? function(uri, "uri", fields) : service(uri, fields);
        };
    }

    private static Optional<String> http(String uri, Fields fields) {
        String lower = uri.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("${")) {
            return Optional.of(uri);
        }
        fields.error("uri", "Invalid HTTP endpoint \"" + uri + "\". The method was left out; give an http(s) address.");
        return Optional.empty();
    }

    private static boolean isFunction(String uri) {
        return isInvocation(uri)
                || uri.startsWith("arn:aws:lambda:")
                || STACK_RESOURCE.matcher(uri).matches();
    }

    private static boolean isInvocation(String uri) {
        return uri.contains(":lambda:path/") && uri.contains("/functions/");
    }

    private static Optional<String> service(String uri, Fields fields) {
        if (uri.startsWith("${") || SERVICE.matcher(uri).lookingAt()) {
            if (fields.text("credentials").isEmpty()) {
                fields.warning("uri", "On AWS a service refuses calls without credentials; here it answers them.");
            }
            return Optional.of(uri);
        }
        fields.error(
                "uri",
                "\"" + uri
                        + "\" names no path or action of an AWS service. The method was left out; give arn:aws:apigateway:REGION:SERVICE:path/PATH or arn:aws:apigateway:REGION:SERVICE:action/ACTION.");
        return Optional.empty();
    }

    /** The invocation path of a function; absent, with a problem at the member, if the URI is none. */
    Optional<String> function(String uri, String member, Fields fields) {
        if (isInvocation(uri)) {
            return Optional.of(named(uri, member, fields));
        }
        Matcher whole = STACK_RESOURCE.matcher(uri);
        if (uri.startsWith("arn:aws:lambda:") || whole.matches()) {
            return Optional.of(named(invocation(uri), member, fields));
        }
        fields.error(
                member,
                "\"" + uri
                        + "\" is no function. The " + (member.equals("uri") ? "method" : "authorizer")
                        + " was left out; give arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/FUNCTION-ARN/invocations.");
        return Optional.empty();
    }

    private String invocation(String functionArn) {
        return "arn:aws:apigateway:" + account.region() + ":lambda:path/2015-03-31/functions/" + functionArn
                + "/invocations";
    }

    /** A function that only a stack knows goes by its name in the stack. */
    private String named(String uri, String member, Fields fields) {
        int start = uri.indexOf("/functions/") + "/functions/".length();
        Matcher matcher = STACK_RESOURCE.matcher(uri).region(start, uri.length());
        if (!matcher.lookingAt()) {
            return uri;
        }
        String name = matcher.group(1);
        fields.warning(
                member,
                "The stack's resource " + matcher.group() + " is not known here; the modelled function \"" + name
                        + "\" stands for it.");
        String arn = "arn:aws:lambda:" + account.region() + ":" + account.accountId() + ":function:" + name;
        return uri.substring(0, start) + arn + uri.substring(matcher.end());
    }
}
