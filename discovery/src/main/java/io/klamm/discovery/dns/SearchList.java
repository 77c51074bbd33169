package io.klamm.discovery.dns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The domains that {@code resolv.conf} adds to names that are not whole.
 *
 * @param dots names with so many dots are tried as they are first
 */
record SearchList(List<String> domains, int dots) {

    static final SearchList NONE = new SearchList(List.of(), 1);

    private static final Path FILE = Path.of("/etc/resolv.conf");

    SearchList {
        domains = List.copyOf(domains);
    }

    /** The system's; none where it has no such file. */
    static SearchList ofSystem() {
        try {
            return parse(Files.readString(FILE, StandardCharsets.ISO_8859_1));
        } catch (IOException noSuchFile) {
            return NONE;
        }
    }

    static SearchList parse(String text) {
        List<String> domains = List.of();
        int dots = 1;
        for (String line : text.split("\n", -1)) {
            List<String> words = Arrays.asList(line.strip().split("\\s+"));
            if (words.get(0).equals("search") || words.get(0).equals("domain")) {
                domains = words.subList(1, words.size());
            } else if (words.get(0).equals("options")) {
                dots = words.stream()
                        .filter(word -> word.matches("ndots:[0-9]{1,2}"))
                        .map(word -> Integer.parseInt(word.substring("ndots:".length())))
                        .reduce(dots, (first, last) -> last);
            }
        }
        return new SearchList(domains, dots);
    }

    /** The whole names that a name may stand for, in the order in which they are to be asked for. */
    List<String> names(String name) {
        if (name.endsWith(".")) {
            return List.of(name);
        }
        List<String> names = new ArrayList<>();
        domains.forEach(domain -> names.add(whole(name + "." + domain)));
        boolean first = name.chars().filter(c -> c == '.').count() >= dots;
        names.add(first ? 0 : names.size(), whole(name));
        return names;
    }

    private static String whole(String name) {
        return name.endsWith(".") ? name : name + ".";
    }
}
