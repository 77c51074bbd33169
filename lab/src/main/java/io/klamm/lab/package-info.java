/** The practice cluster: real brokers as processes of their own, and the clients that exercise it. Uses nothing of ours. */
@NullMarked
package io.klamm.lab;

import org.jspecify.annotations.NullMarked;
