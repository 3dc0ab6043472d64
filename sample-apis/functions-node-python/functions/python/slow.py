import time


def handler(event, context):
    seconds = float((event["queryStringParameters"] or {}).get("seconds", "5"))
    print("sleeping", seconds, "of", context.get_remaining_time_in_millis() / 1000, "seconds left")
    time.sleep(seconds)
    return {"statusCode": 200, "body": "slept %g s" % seconds}
