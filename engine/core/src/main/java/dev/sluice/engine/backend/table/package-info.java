/**
 * DynamoDB: tables with a partition key and perhaps a sort key, and the operations that API Gateway integrations use
 * most: PutItem, GetItem, DeleteItem, Query and Scan.
 *
 * <p>The one rule: an expression that is not modelled is refused by name, never ignored. Follows <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/">the API reference</a>.
 */
@NullMarked
package dev.sluice.engine.backend.table;

import org.jspecify.annotations.NullMarked;
