import json

invocations = 0


def handler(event, context):
    global invocations
    invocations += 1
    name = (event["queryStringParameters"] or {}).get("name", "world")
    print("saying hello to", name)
    return {
        "statusCode": 200,
        "headers": {"Content-Type": "application/json"},
        "body": json.dumps({"message": "Hello, " + name, "invocationsOfThisEnvironment": invocations}),
    }
