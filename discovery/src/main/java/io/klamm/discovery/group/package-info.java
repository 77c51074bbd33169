/** What discovery finds: groups of targets, and who looks for them. */
@NullMarked
package io.klamm.discovery.group;

import org.jspecify.annotations.NullMarked;
