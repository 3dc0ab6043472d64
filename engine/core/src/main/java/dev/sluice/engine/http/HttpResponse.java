package dev.sluice.engine.http;

/**
 * One response as it goes to the wire. {@code Content-Length} is among the headers; {@code Date} and {@code Connection}
 * too, in the place API Gateway gives them.
 *
 * @param status 100 to 599
 */
public record HttpResponse(int status, Headers headers, Body body) {}
