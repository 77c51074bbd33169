/** What Burrow says of groups, in Burrow's own terms. */
@NullMarked
package io.klamm.model.burrow;

import org.jspecify.annotations.NullMarked;
