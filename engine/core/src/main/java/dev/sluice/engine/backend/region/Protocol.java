package dev.sluice.engine.backend.region;

import dev.sluice.engine.backend.protocol.JsonProtocol;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.backend.queue.SqsQueryProtocol;
import dev.sluice.engine.backend.service.ServiceRequest;
import dev.sluice.engine.http.HttpResponse;
import tools.jackson.databind.node.ObjectNode;

/** What one service speaks. */
interface Protocol {
    String operation(ServiceRequest request);

    /** @throws ServiceException if it cannot be read */
    ObjectNode input(ServiceRequest request);

    HttpResponse answer(ServiceRequest request, String operation, ObjectNode output, String requestId);

    HttpResponse error(ServiceRequest request, ServiceException error, String requestId);

    /** AWS JSON alone. */
    record Json(JsonProtocol json) implements Protocol {
        static Json of(String version, String errorNamespace) {
            return new Json(new JsonProtocol(version, errorNamespace));
        }

        @Override
        public String operation(ServiceRequest request) {
            return JsonProtocol.operation(request);
        }

        @Override
        public ObjectNode input(ServiceRequest request) {
            return JsonProtocol.input(request);
        }

        @Override
        public HttpResponse answer(ServiceRequest request, String operation, ObjectNode output, String requestId) {
            return json.answer(output, requestId);
        }

        @Override
        public HttpResponse error(ServiceRequest request, ServiceException error, String requestId) {
            return json.error(error, requestId);
        }
    }

    /** SQS: AWS JSON 1.0 where the request's target or type says so, else the query protocol. */
    record Sqs(JsonProtocol json) implements Protocol {
        private boolean isJson(ServiceRequest request) {
            return request.headers()
                            .last("X-Amz-Target")
                            .map(target -> target.startsWith("AmazonSQS."))
                            .orElse(false)
                    && request.headers()
                            .last("Content-Type")
                            .map(type -> type.startsWith("application/x-amz-json"))
                            .orElse(false);
        }

        @Override
        public String operation(ServiceRequest request) {
            return isJson(request) ? JsonProtocol.operation(request) : SqsQueryProtocol.operation(request);
        }

        @Override
        public ObjectNode input(ServiceRequest request) {
            return isJson(request) ? JsonProtocol.input(request) : SqsQueryProtocol.input(request);
        }

        @Override
        public HttpResponse answer(ServiceRequest request, String operation, ObjectNode output, String requestId) {
            return isJson(request)
                    ? json.answer(output, requestId)
                    : SqsQueryProtocol.answer(request, operation, output, requestId);
        }

        @Override
        public HttpResponse error(ServiceRequest request, ServiceException error, String requestId) {
            return isJson(request) ? json.error(error, requestId) : SqsQueryProtocol.error(request, error, requestId);
        }
    }
}
