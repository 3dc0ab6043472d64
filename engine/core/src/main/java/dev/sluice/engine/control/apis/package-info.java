/**
 * REST APIs, their resources, methods and integrations: how they are made, changed and deleted (control-plane sections
 * 4 to 7). All of it changes the draft: a stage shows it after the next deployment. Start with
 * {@link dev.sluice.engine.control.apis.ApiOperations}.
 */
@NullMarked
package dev.sluice.engine.control.apis;

import org.jspecify.annotations.NullMarked;
