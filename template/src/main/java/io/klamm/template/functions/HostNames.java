package io.klamm.template.functions;

/** Addresses of the form {@code host:port}. */
final class HostNames {

    private HostNames() {}

    static String withoutPort(String address) {
        int colon = portColon(address);
        if (colon < 0) {
            return address;
        }
        String host = address.substring(0, colon);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The first part of a host's name, with its port; addresses in numbers are left alone. */
    static String withoutDomain(String address) {
        String host = withoutPort(address);
        int dot = host.indexOf('.');
        if (numeric(host) || dot < 0) {
            return address;
        }
        int colon = portColon(address);
        return host.substring(0, dot) + (colon < 0 ? "" : address.substring(colon));
    }

    private static boolean numeric(String host) {
        return host.indexOf(':') >= 0 || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    /** Where the port begins, -1 where there is none. */
    private static int portColon(String address) {
        int colon = address.lastIndexOf(':');
        boolean bracketed = address.startsWith("[");
        if (bracketed) {
            return address.indexOf(']') == colon - 1 ? colon : -1;
        }
        return colon == address.indexOf(':') ? colon : -1;
    }
}
