/**
 * What the OpenAPI document of the hub says beside the annotations of the resources. It follows from their code, when the hub is built; no server runs
 * it.
 */
@NullMarked
package dev.jackstaff.api.openapi;

import org.jspecify.annotations.NullMarked;
