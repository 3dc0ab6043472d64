/**
 * A workspace as a folder of plain files: one thing a file, JSON in a stable order with API Gateway's field names, so
 * that two people's changes merge and a difference reads well.
 *
 * <pre>
 * workspace.json                      name, behaviour profile, account
 * apis/NAME/api.json                  the API's id
 * apis/NAME/openapi.json              the draft: OpenAPI 3 with x-amazon-apigateway-* extensions
 * apis/NAME/deployments/ID.json       a frozen draft
 * apis/NAME/stages/STAGE.json
 * usage-plans/NAME.json  api-keys/NAME.json  domains/NAME.json  vpc-links/NAME.json  backends/NAME.json
 * </pre>
 *
 * <p>The one rule: what cannot be read is a problem and stays on disk as it is; what did not change is not written.
 * Start with {@link dev.sluice.engine.storage.WorkspaceFolder}; each {@code ...File} class is one file format, both
 * ways.
 */
@NullMarked
package dev.sluice.engine.storage;

import org.jspecify.annotations.NullMarked;
