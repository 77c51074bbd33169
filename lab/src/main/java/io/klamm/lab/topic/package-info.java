/** Topics of any cluster: created, listed, described, deleted; never made by accident. */
@NullMarked
package io.klamm.lab.topic;

import org.jspecify.annotations.NullMarked;
