package io.klamm.discovery.dns;

/** The kinds of records that targets are made of. */
enum RecordType {
    SRV,
    A,
    AAAA,
    MX,
    NS
}
