/** The login that every address but loopback asks for: one user, one password, kept only as a hash. */
@NullMarked
package io.klamm.web.login;

import org.jspecify.annotations.NullMarked;
