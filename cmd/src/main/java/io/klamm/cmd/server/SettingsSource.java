package io.klamm.cmd.server;

import io.klamm.config.Loaded;

/** Where the server's settings come from, at the start and again at each reload. */
@FunctionalInterface
public interface SettingsSource {

    /** The settings as they are now, or everything that is wrong with them. */
    Loaded<ServerSettings> load();
}
