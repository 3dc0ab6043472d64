package dev.sluice.engine.backend.queue;

import dev.sluice.engine.backend.protocol.FormData;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.Xml;
import dev.sluice.engine.backend.service.ServiceRequest;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * SQS in the query protocol: forms in, XML out, or JSON with the same names where {@code Accept} asks for it, which is
 * what API Gateway does (data-plane section 10.10). Names of lists in the JSON form other than SendMessage's are
 * [unsure].
 */
public final class SqsQueryProtocol {
    private static final String NAMESPACE = "http://queue.amazonaws.com/doc/2012-11-05/";

    private SqsQueryProtocol() {}

    /** Name of the operation; empty if the request names none. */
    public static String operation(ServiceRequest request) {
        return request.action().isEmpty() ? Json.text(FormData.of(request), "Action") : request.action();
    }

    /** The members that SQS's JSON protocol would have. */
    public static ObjectNode input(ServiceRequest request) {
        ObjectNode form = FormData.of(request);
        ObjectNode input = Json.object();
        for (var member : form.properties()) {
            if (member.getValue().isString()) {
                input.set(member.getKey(), member.getValue());
            }
        }
        if (request.path().length() > 1) {
            input.put("QueueUrl", request.path());
        }
        attributes(form, input);
        list(form, input, "AttributeName", "AttributeNames");
        list(form, input, "MessageAttributeName", "MessageAttributeNames");
        list(form, input, "MessageSystemAttributeName", "MessageSystemAttributeNames");
        entries(form, input, "SendMessageBatchRequestEntry");
        entries(form, input, "DeleteMessageBatchRequestEntry");
        return input;
    }

    private static void list(ObjectNode form, ObjectNode input, String singular, String plural) {
        if (form.get(singular) instanceof ObjectNode numbered) {
            numbered.forEach(input.putArray(plural)::add);
        } else if (form.path(singular).isString()) {
            input.putArray(plural).add(form.path(singular));
        }
    }

    private static void entries(ObjectNode form, ObjectNode input, String name) {
        if (form.get(name) instanceof ObjectNode numbered) {
            ArrayNode entries = input.putArray("Entries");
            for (JsonNode entry : numbered) {
                if (entry instanceof ObjectNode fields) {
                    attributes(fields, fields);
                    entries.add(fields);
                }
            }
        }
    }

    /** {@code MessageAttribute.1.Name} and {@code .Value}; SQS takes the plural as well [snapshot]. */
    private static void attributes(ObjectNode form, ObjectNode input) {
        ObjectNode byName = Json.object();
        for (String prefix : new String[] {"MessageAttribute", "MessageAttributes"}) {
            if (form.get(prefix) instanceof ObjectNode numbered) {
                numbered.forEach(attribute -> byName.set(Json.text(attribute, "Name"), attribute.path("Value")));
            }
        }
        if (!byName.isEmpty()) {
            input.set("MessageAttributes", byName);
        }
    }

    public static HttpResponse answer(ServiceRequest request, String operation, ObjectNode output, String requestId) {
        ObjectNode metadata = Json.object().put("RequestId", requestId);
        if (wantsJson(request)) {
            ObjectNode response = Json.object();
            ObjectNode members = response.putObject(operation + "Response");
            members.set("ResponseMetadata", metadata);
            if (hasResult(operation)) {
                members.set(operation + "Result", jsonResult(operation, output));
            }
            return response(200, "application/json", Json.write(response), requestId);
        }
        var xml = new Xml().open(operation + "Response", NAMESPACE);
        if (hasResult(operation)) {
            xml.element(operation + "Result", renamed(operation, output, false));
        }
        xml.element("ResponseMetadata", metadata).close(operation + "Response");
        return response(200, "text/xml", xml.toString(), requestId);
    }

    public static HttpResponse error(ServiceRequest request, ServiceException refused, String requestId) {
        ObjectNode error = Json.object()
                .put("Type", refused.status() < 500 ? "Sender" : "Receiver")
                .put("Code", refused.queryCode())
                .put("Message", refused.reason());
        if (wantsJson(request)) {
            ObjectNode sorted = Json.object()
                    .put("Code", refused.queryCode())
                    .put("Message", refused.reason())
                    .put("Type", Json.text(error, "Type"));
            ObjectNode envelope = Json.object();
            envelope.set("Error", sorted);
            return response(
                    refused.status(), "application/json", Json.write(envelope.put("RequestId", requestId)), requestId);
        }
        error.putObject("Detail");
        String xml = new Xml()
                .open("ErrorResponse", NAMESPACE)
                .element("Error", error)
                .element("RequestId", Json.text(requestId))
                .close("ErrorResponse")
                .toString();
        return response(refused.status(), "text/xml", xml, requestId);
    }

    private static boolean wantsJson(ServiceRequest request) {
        return request.headers().last("Accept").orElse("").contains("application/json");
    }

    private static boolean hasResult(String operation) {
        return switch (operation) {
            case "DeleteMessage", "ChangeMessageVisibility", "PurgeQueue" -> false;
            default -> true;
        };
    }

    private static ObjectNode jsonResult(String operation, ObjectNode output) {
        ObjectNode result = Json.object();
        if (operation.equals("SendMessage")) {
            result.putNull("MD5OfMessageAttributes");
            result.putNull("MD5OfMessageBody");
            result.putNull("MD5OfMessageSystemAttributes");
            result.putNull("MessageId");
            result.putNull("SequenceNumber");
        } else if (operation.equals("ReceiveMessage")) {
            result.putNull("messages");
        }
        result.setAll(renamed(operation, output, true));
        return result;
    }

    /** With the names of the query protocol, which has lists of names and values where JSON has objects. */
    private static ObjectNode renamed(String operation, ObjectNode output, boolean json) {
        ObjectNode result = Json.object();
        for (var member : output.properties()) {
            JsonNode value = member.getValue();
            switch (member.getKey()) {
                case "Messages" -> {
                    ArrayNode list = result.putArray(json ? "messages" : "Message");
                    value.forEach(message -> list.add(renamed(operation, (ObjectNode) message, json)));
                }
                case "Attributes" -> result.set(json ? "Attributes" : "Attribute", pairs(value));
                case "MessageAttributes" -> result.set(json ? "MessageAttributes" : "MessageAttribute", pairs(value));
                case "QueueUrls" -> result.set(json ? "queueUrls" : "QueueUrl", value);
                case "Successful" -> result.set(json ? "Successful" : operation + "ResultEntry", value);
                case "Failed" -> result.set(json ? "Failed" : "BatchResultErrorEntry", value);
                default -> result.set(member.getKey(), value);
            }
        }
        return result;
    }

    private static ArrayNode pairs(JsonNode byName) {
        ArrayNode pairs = Json.array();
        byName.properties()
                .forEach(entry -> pairs.addObject().put("Name", entry.getKey()).set("Value", entry.getValue()));
        return pairs;
    }

    private static HttpResponse response(int status, String contentType, String text, String requestId) {
        Body body = Body.utf8(text);
        return new HttpResponse(
                status,
                Headers.of(
                        "x-amzn-RequestId",
                        requestId,
                        "Content-Type",
                        contentType,
                        "Content-Length",
                        Integer.toString(body.length())),
                body);
    }
}
