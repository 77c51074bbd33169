package io.klamm.discovery.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.CompositeName;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/** Asks the name servers that the system is set up with, by the JDK's own DNS client. */
final class JndiResolver implements Resolver {

    private final String servers;

    /** The system's servers. */
    JndiResolver() {
        this("dns:");
    }

    /** @param servers such as {@code dns://127.0.0.1:5353} */
    JndiResolver(String servers) {
        this.servers = servers;
    }

    /** The provider is fixed to DNS, whose records are texts and addresses: no objects are made of them. */
    @Override
    @SuppressWarnings("BanJNDI")
    public List<String> records(String name, RecordType type) throws IOException {
        try {
            DirContext context = new InitialDirContext(environment());
            try {
                return texts(context.getAttributes(new CompositeName().add(name), new String[] {type.name()})
                        .get(type.name()));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException noSuchName) {
            return List.of();
        } catch (NamingException e) {
            throw new IOException(name + " " + type + ": " + e.getMessage(), e);
        }
    }

    private static List<String> texts(@Nullable Attribute attribute) throws NamingException {
        List<String> texts = new ArrayList<>();
        if (attribute != null) {
            NamingEnumeration<?> values = attribute.getAll();
            while (values.hasMore()) {
                texts.add(String.valueOf(values.next()));
            }
        }
        return texts;
    }

    @SuppressWarnings("JdkObsolete") // The constructor asks for a Hashtable.
    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, servers);
        environment.put("com.sun.jndi.dns.timeout.initial", "2000");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        return environment;
    }
}
