package io.klamm.discovery.dns;

import java.io.IOException;
import java.util.List;

/** Asks name servers, and waits for their answer. */
interface Resolver {

    /**
     * The records of a name, as zone files write them: {@code 10 5 9100 host.example.} for SRV.
     *
     * @param name whole, without a domain to be added
     * @return none if there is no such name
     * @throws IOException if no server answers
     */
    List<String> records(String name, RecordType type) throws IOException;
}
