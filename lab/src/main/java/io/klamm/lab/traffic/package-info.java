/** Clients that exercise a cluster: a producer that holds a rate, a consumer that is slow on purpose, a member of a share group. */
@NullMarked
package io.klamm.lab.traffic;

import org.jspecify.annotations.NullMarked;
