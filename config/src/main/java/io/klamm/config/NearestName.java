package io.klamm.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody most likely meant, by Damerau-Levenshtein distance (a swap of neighbours counts as one slip). */
final class NearestName {

    /** Longer names than this are not compared: the time grows with the product of the lengths. */
    private static final int LONGEST = 64;

    private record Candidate(String name, int distance) {}

    private NearestName() {}

    /** The nearest of the known names, if it is near enough to be meant; on a tie the first in alphabetical order. */
    static Optional<String> of(String written, Collection<String> known) {
        if (written.isEmpty() || written.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = simple(written);
        return known.stream()
                .filter(name -> name.length() <= LONGEST)
                .map(name -> new Candidate(name, distance(wanted, simple(name))))
                .filter(candidate -> candidate.distance() <= slipsAllowed(wanted, candidate.name()))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** About one slip in three letters: cat is not dog, but intrval is interval. */
    private static int slipsAllowed(String wanted, String name) {
        return Math.max(1, Math.min(wanted.length(), name.length()) / 3);
    }

    private static String simple(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    static int distance(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            table[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            table[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                table[i][j] = cell(table, a, b, i, j);
            }
        }
        return table[a.length()][b.length()];
    }

    private static int cell(int[][] table, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(table[i - 1][j - 1] + (same ? 0 : 1), Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }
}
