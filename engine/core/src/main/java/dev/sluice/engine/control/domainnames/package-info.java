/**
 * The control operations on custom domains and their base path mappings, as pure functions of a workspace. Start with
 * {@link dev.sluice.engine.control.domainnames.DomainNameOperations}.
 */
@NullMarked
package dev.sluice.engine.control.domainnames;

import org.jspecify.annotations.NullMarked;
