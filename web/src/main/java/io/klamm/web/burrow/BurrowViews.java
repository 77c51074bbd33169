package io.klamm.web.burrow;

import java.util.List;

/** What Burrow's API needs of the other rooms; {@code cmd} plugs it. Every call answers at once. */
public interface BurrowViews {

    /** All clusters, in the order of the configuration. */
    List<BurrowView> clusters();

    /** Whether commits are being read of all clusters. */
    boolean ready();

    /** The configuration, as Burrow would show it. */
    BurrowModules modules();

    /** Of a server that keeps nothing for Burrow. */
    static BurrowViews none() {
        return new BurrowViews() {
            @Override
            public List<BurrowView> clusters() {
                return List.of();
            }

            @Override
            public boolean ready() {
                return true;
            }

            @Override
            public BurrowModules modules() {
                return BurrowModules.none();
            }
        };
    }
}
