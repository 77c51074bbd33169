/** Microsoft Teams: connectors, and workflows with adaptive cards. */
@NullMarked
package io.klamm.notifier.channel.teams;

import org.jspecify.annotations.NullMarked;
