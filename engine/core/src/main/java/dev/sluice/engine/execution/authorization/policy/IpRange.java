package dev.sluice.engine.execution.authorization.policy;

import java.util.Optional;

/** A range of IPv4 or IPv6 addresses in CIDR notation; an address alone is a range of one. */
record IpRange(byte[] network, int prefixBits) {

    static IpRange of(String text) throws BadPolicy {
        int slash = text.indexOf('/');
        Optional<byte[]> address = IpAddress.bytes(slash < 0 ? text : text.substring(0, slash));
        int most = address.map(bytes -> bytes.length * 8).orElse(0);
        int bits = slash < 0 ? most : bits(text.substring(slash + 1));
        if (address.isEmpty() || bits < 0 || bits > most) {
            throw new BadPolicy("\"" + text + "\" is no range of IP addresses; write it as 203.0.113.0/24.");
        }
        return new IpRange(address.get(), bits);
    }

    private static int bits(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    boolean contains(String value, AccessRequest request) {
        Optional<byte[]> address = IpAddress.bytes(value);
        if (address.isEmpty() || address.get().length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit++) {
            int mask = 0x80 >> bit % 8;
            if (((address.get()[bit / 8] ^ network[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
