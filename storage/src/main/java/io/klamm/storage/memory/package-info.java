/** A store in memory: for rule and query tests of users, and the fake of our own tests. */
@NullMarked
package io.klamm.storage.memory;

import org.jspecify.annotations.NullMarked;
