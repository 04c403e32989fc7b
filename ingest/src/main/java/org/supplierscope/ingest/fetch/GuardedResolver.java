package org.supplierscope.ingest.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/// Looks names up, and lets only allowed addresses be dialled.
record GuardedResolver(AddressGuard guard) implements DnsResolver {

    /// Thrown instead of an address, so that nothing is dialled.
    static final class NotPublicException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotPublicException(String message) {
            super(message);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new NotPublicException("a name is looked up with its port only: " + host);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> allowed = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(host)) {
            var socketAddress = new InetSocketAddress(address, port);
            if (guard.allows(host, socketAddress)) {
                allowed.add(socketAddress);
            }
        }
        if (allowed.isEmpty()) {
            throw new NotPublicException(host + " leads to an address that is not on the public internet");
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
