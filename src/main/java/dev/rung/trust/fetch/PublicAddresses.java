package dev.rung.trust.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Which network addresses belong to the public Internet. Everything else (this machine, its neighbours, reserved ranges) is refused, so
 * that a credential cannot make this program knock on doors inside the operator's network.
 *
 * <p>After the IANA special-purpose registries for IPv4 and IPv6 (RFC 6890).
 */
final class PublicAddresses {
    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        if (address instanceof Inet4Address) return isPublic4(b[0] & 0xff, b[1] & 0xff, b[2] & 0xff);
        return address instanceof Inet6Address && isPublic6(b);
    }

    private static boolean isPublic4(int a, int b, int c) {
        if (a == 0 || a >= 240) return false; // this network; reserved and broadcast
        if (a == 100 && b >= 64 && b < 128) return false; // shared by carriers
        if (a == 192 && b == 0 && (c == 0 || c == 2)) return false; // protocol assignments; documentation
        if (a == 192 && b == 88 && c == 99) return false; // old 6to4 relays
        if (a == 198 && (b == 18 || b == 19)) return false; // benchmarks
        return !(a == 198 && b == 51 && c == 100) && !(a == 203 && b == 0 && c == 113); // documentation
    }

    /** Only what is given out for global use (2000::/3), and of that nothing that carries an IPv4 address inside. */
    private static boolean isPublic6(byte[] b) {
        if ((b[0] & 0xe0) != 0x20) return false;
        int first = ((b[0] & 0xff) << 8) | (b[1] & 0xff);
        int second = ((b[2] & 0xff) << 8) | (b[3] & 0xff);
        if (first == 0x2002) return false; // 6to4
        if (first == 0x2001 && second < 0x0200) return false; // Teredo and other protocol assignments
        if ((b[8] & 0xfd) == 0 && b[9] == 0 && b[10] == 0x5e && (b[11] & 0xff) == 0xfe) return false; // ISATAP
        return !(first == 0x2001 && second == 0x0db8) && first != 0x3fff; // documentation
    }
}
