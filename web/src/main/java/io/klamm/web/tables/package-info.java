/** What one reading comes to when it is summed, sorted, searched and cut into pages: pure, computed once per reading. */
@NullMarked
package io.klamm.web.tables;

import org.jspecify.annotations.NullMarked;
