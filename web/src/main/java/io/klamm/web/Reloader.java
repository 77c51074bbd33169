package io.klamm.web;

import java.util.List;

/** Reads the configuration again; {@code cmd} plugs it. */
@FunctionalInterface
public interface Reloader {

    /** The problems of the new configuration, which is in force only when there are none. May block. */
    List<String> reload();
}
