/** How commits travel from whoever reads them to whoever judges them: in batches, by a key that is looked up once. */
@NullMarked
package io.klamm.model.commit;

import org.jspecify.annotations.NullMarked;
