package io.klamm.promql.operator;

import io.klamm.model.series.CodePointOrder;
import java.math.BigInteger;
import java.util.Comparator;

/** The order of texts in which numbers within them count as numbers: {@code 4m5} before {@code 4m600}. */
final class NaturalOrder implements Comparator<String> {

    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int iEnd = chunkEnd(a, i);
            int jEnd = chunkEnd(b, j);
            int order = chunks(a.substring(i, iEnd), b.substring(j, jEnd));
            if (order != 0) {
                return order;
            }
            i = iEnd;
            j = jEnd;
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : CodePointOrder.INSTANCE.compare(a, b);
    }

    private static int chunks(String a, String b) {
        return digit(a.charAt(0)) && digit(b.charAt(0))
                ? new BigInteger(a).compareTo(new BigInteger(b))
                : CodePointOrder.INSTANCE.compare(a, b);
    }

    private static int chunkEnd(String text, int begin) {
        boolean digits = digit(text.charAt(begin));
        int end = begin;
        while (end < text.length() && digit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
