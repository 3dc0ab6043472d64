/**
 * Step Functions: a part of Amazon States Language ({@code Pass}, {@code Task}, {@code Wait}, {@code Choice},
 * {@code Succeed}, {@code Fail}, {@code Parallel}) read, and executions of it in the time that is told.
 *
 * <p>The one rule: an execution moves only through the agenda, so that it is where it has to be at every instant at
 * which somebody looks. Start with {@link dev.sluice.engine.backend.states.StateMachineReader} for the language and
 * {@link dev.sluice.engine.backend.states.StatesService} for executions. Follows <a
 * href="https://states-language.net/spec.html">the language's specification</a> and <a
 * href="https://docs.aws.amazon.com/step-functions/latest/apireference/">the API reference</a>.
 */
@NullMarked
package dev.sluice.engine.backend.states;

import org.jspecify.annotations.NullMarked;
