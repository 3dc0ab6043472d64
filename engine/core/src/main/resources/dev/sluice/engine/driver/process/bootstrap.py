"""Runs a handler of a Python file behind Lambda's Runtime API, as the managed Python runtimes do."""
import http.client
import importlib
import json
import os
import sys
import time
import traceback

BASE = "/2018-06-01/runtime/"
connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])


def call(method, operation, body=None, headers=None):
    connection.request(method, BASE + operation, body, headers or {})
    response = connection.getresponse()
    return response, response.read()


def described(error, frames):
    return {
        "errorMessage": str(error),
        "errorType": getattr(error, "lambda_type", type(error).__name__),
        "requestId": "",
        "stackTrace": traceback.format_list(frames),
    }


def report(operation, value):
    name = value["errorType"].encode("ascii", "replace").decode("ascii")
    body = json.dumps(value).encode("utf-8")
    call("POST", operation, body, {"Lambda-Runtime-Function-Error-Type": name, "Content-Type": "application/json"})


def failure(name, message):
    error = Exception(message)
    error.lambda_type = name
    return error


def load():
    handler = os.environ["_HANDLER"]
    module, _, name = handler.rpartition(".")
    if not module:
        raise failure("Runtime.MalformedHandlerName", "Bad handler '%s'" % handler)
    sys.path.insert(0, os.environ["LAMBDA_TASK_ROOT"])
    try:
        loaded = importlib.import_module(module.replace("/", "."))
    except ImportError as error:
        raise failure("Runtime.ImportModuleError", "Unable to import module '%s': %s" % (module, error)) from error
    except SyntaxError as error:
        raise failure("Runtime.UserCodeSyntaxError", "Syntax error in module '%s': %s" % (module, error)) from error
    if not hasattr(loaded, name):
        raise failure("Runtime.HandlerNotFound", "Handler '%s' missing on module '%s'" % (name, module))
    return getattr(loaded, name)


class Context:
    def __init__(self, headers):
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.identity = None
        self.client_context = None
        self._deadline = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline - int(time.time() * 1000))

    def log(self, message):
        print(message)


def failed(error):
    value = described(error, traceback.extract_tb(error.__traceback__)[1:])
    print("[ERROR] %s: %s\n%s" % (value["errorType"], value["errorMessage"], "".join(value["stackTrace"])))
    return value


def main():
    try:
        handler = load()
    except Exception as error:
        report("init/error", failed(error))
        sys.exit(1)
    while True:
        response, event = call("GET", "invocation/next")
        if response.status != 200:
            sys.exit(1)
        context = Context(response.headers)
        os.environ["_X_AMZN_TRACE_ID"] = response.headers.get("Lambda-Runtime-Trace-Id", "")
        invocation = "invocation/%s/" % context.aws_request_id
        try:
            value = handler(json.loads(event), context)
            try:
                body = json.dumps(value).encode("utf-8")
            except TypeError as error:
                raise failure("Runtime.MarshalError", "Unable to marshal response: %s" % error) from error
        except Exception as error:
            report(invocation + "error", dict(failed(error), requestId=context.aws_request_id))
        else:
            call("POST", invocation + "response", body, {"Content-Type": "application/json"})


main()
