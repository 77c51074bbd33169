/** What requests and answers are made of, without the sockets that carry them. */
@NullMarked
package io.klamm.web.http;

import org.jspecify.annotations.NullMarked;
