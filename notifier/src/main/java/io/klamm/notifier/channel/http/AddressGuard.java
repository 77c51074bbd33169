package io.klamm.notifier.channel.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps messages from addresses at which no receiver is, but the secrets of a cloud's machine are: link-local ones and those of metadata services.
 *
 * <p>Loopback and private networks are allowed, for addresses come from the configuration alone. A name is looked up here, and Java keeps the answer for as
 * long as it takes to connect.
 */
final class AddressGuard {

    private static final Set<String> METADATA = Set.of("100.100.100.200", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254");

    /** The first bytes of an IPv6 address that stands for an IPv4 one behind a translator. */
    private static final byte[] TRANSLATED = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private AddressGuard() {}

    /** Why nothing may be sent to a host; nothing where it may. Waits for name servers. */
    static Optional<String> refusal(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (forbidden(address)) {
                return Optional.of(host + " is at " + address.getHostAddress()
                        + " (expected: no link-local address, none of a metadata service)");
            }
        }
        return Optional.empty();
    }

    static boolean forbidden(InetAddress address) throws UnknownHostException {
        return address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || METADATA.contains(address.getHostAddress())
                || (address instanceof Inet6Address && hidesForbidden(address.getAddress()));
    }

    private static boolean hidesForbidden(byte[] octets) throws UnknownHostException {
        int known = TRANSLATED.length;
        return Arrays.equals(octets, 0, known, TRANSLATED, 0, known)
                && forbidden(InetAddress.getByAddress(Arrays.copyOfRange(octets, known, octets.length)));
    }
}
