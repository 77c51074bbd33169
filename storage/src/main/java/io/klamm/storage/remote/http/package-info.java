/** What the clients of the remote protocols share. */
@NullMarked
package io.klamm.storage.remote.http;

import org.jspecify.annotations.NullMarked;
