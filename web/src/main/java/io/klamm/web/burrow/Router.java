package io.klamm.web.burrow;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds who answers a path, as Burrow's router does: what is nearly right is sent on, what is right but for the method is refused. */
final class Router {

    private Router() {}

    /** Where a request leads. */
    sealed interface Found {}

    /** To an answer. */
    record Here(Route route, List<String> names) implements Found {}

    /** To a path that is written a little differently. */
    record Elsewhere(String path) implements Found {}

    /** Nowhere with this method. */
    record OtherMethods(String allowed) implements Found {}

    record Nowhere() implements Found {}

    static Found find(String method, String path) {
        boolean any = false;
        for (Route route : Route.values()) {
            if (route.method().equals(method)) {
                any = true;
                Optional<List<String>> names = route.names(path);
                if (names.isPresent()) {
                    return new Here(route, names.get());
                }
            }
        }
        Optional<String> corrected = any ? corrected(method, path) : Optional.empty();
        return corrected.<Found>map(Elsewhere::new).orElseGet(() -> others(path));
    }

    private static Optional<String> corrected(String method, String path) {
        String clean = GoPath.clean(path);
        for (Route route : Route.values()) {
            Optional<String> right = route.method().equals(method) ? route.corrected(clean) : Optional.empty();
            if (right.isPresent()) {
                return right;
            }
        }
        return Optional.empty();
    }

    private static Found others(String path) {
        SortedSet<String> methods = new TreeSet<>();
        for (Route route : Route.values()) {
            if (route.names(path).isPresent()) {
                methods.add(route.method());
            }
        }
        if (methods.isEmpty()) {
            return new Nowhere();
        }
        methods.add("OPTIONS");
        return new OtherMethods(String.join(", ", methods));
    }
}
