package dev.sluice.engine.execution.authorization.policy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IP addresses as bytes, from text only: no name is ever looked up. */
final class IpAddress {
    private static final int GROUPS = 8;

    private IpAddress() {}

    /** Four bytes for IPv4, also where IPv6 wraps it; sixteen for IPv6; empty for anything else. */
    static Optional<byte[]> bytes(String text) {
        if (!text.contains(":")) {
            return four(text);
        }
        int zone = text.indexOf('%');
        return sixteen(zone < 0 ? text : text.substring(0, zone)).map(IpAddress::unwrapped);
    }

    private static Optional<byte[]> four(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            if (!parts[i].matches("[0-9]{1,3}") || Integer.parseInt(parts[i]) > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> sixteen(String text) {
        int gap = text.indexOf("::");
        Optional<List<Short>> head = groups(gap < 0 ? text : text.substring(0, gap));
        Optional<List<Short>> tail = gap < 0 ? Optional.of(List.of()) : groups(text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int missing = GROUPS - head.get().size() - tail.get().size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(16);
        head.get().forEach(bytes::putShort);
        for (int i = 0; i < missing; i++) {
            bytes.putShort((short) 0);
        }
        tail.get().forEach(bytes::putShort);
        return Optional.of(bytes.array());
    }

    private static Optional<List<Short>> groups(String text) {
        var groups = new ArrayList<Short>();
        if (text.isEmpty()) {
            return Optional.of(groups);
        }
        for (String group : text.split(":", -1)) {
            Optional<byte[]> dotted = group.contains(".") ? four(group) : Optional.empty();
            if (dotted.isPresent()) {
                ByteBuffer pair = ByteBuffer.wrap(dotted.get());
                groups.add(pair.getShort());
                groups.add(pair.getShort());
            } else if (group.matches("[0-9a-fA-F]{1,4}")) {
                groups.add((short) Integer.parseInt(group, 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    private static byte[] unwrapped(byte[] bytes) {
        for (int i = 0; i < 12; i++) {
            if (bytes[i] != (i < 10 ? 0 : (byte) 0xff)) {
                return bytes;
            }
        }
        return new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]};
    }
}
