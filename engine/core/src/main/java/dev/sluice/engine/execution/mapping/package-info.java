/**
 * How requests and responses are rewritten: mapping templates, parameter mapping, passthrough, and the gateway's own
 * answers.
 *
 * <p>The one rule: templates and mappings come from strangers' files. What they may call is a list written here, every
 * loop and every text they build is counted, and a mistake of theirs is a
 * {@link dev.sluice.engine.execution.mapping.TemplateException} with line and column. Start with
 * {@link dev.sluice.engine.execution.mapping.MappingTemplates}.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html">Mapping
 *     templates</a>
 */
@NullMarked
package dev.sluice.engine.execution.mapping;

import org.jspecify.annotations.NullMarked;
