package org.supplierscope.ingest.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/// Looks names up, and lets only allowed addresses be dialled.
///
/// The client dials what this answers and asks nobody else, so that what is checked is what is dialled, however
/// often a name changes its answer.
///
/// @param guard which addresses may be dialled
/// @param names looks names up
record GuardedResolver(AddressGuard guard, DnsResolver names) implements DnsResolver {

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
        String why = "it has none";
        for (InetAddress address : found(host)) {
            var socketAddress = new InetSocketAddress(address, port);
            if (guard.allows(host, socketAddress)) {
                allowed.add(socketAddress);
            } else {
                why = AddressGuard.speciality(address);
            }
        }
        if (allowed.isEmpty()) {
            throw new NotPublicException(host + " leads to an address that is not on the public internet: " + why);
        }
        return allowed;
    }

    private InetAddress[] found(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        return found == null ? new InetAddress[0] : found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
