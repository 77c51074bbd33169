package io.klamm.web.burrow;

/**
 * Where Burrow's API may differ from Burrow's.
 *
 * @param allowOrigin the header {@code Access-Control-Allow-Origin} of answers, empty for none
 * @param v2 whether the paths of Burrow 0.x are answered too; 1.x does not know them
 * @param unescapeAgain whether a name that is not known is looked up once more with its percent signs decoded: some clients escape twice. Burrow
 *     does not know such a name
 * @param denseOffsets whether the list of a topic's end offsets leaves out partitions whose end is not known, as Burrow's does, so that a place in
 *     the list need not be the number of the partition; if not, -1 stands there
 */
public record BurrowOptions(String allowOrigin, boolean v2, boolean unescapeAgain, boolean denseOffsets) {

    /** As Burrow, but kind to clients that escape twice, and to those of Burrow 0.x. */
    public static final BurrowOptions USUAL = new BurrowOptions("", true, true, true);
}
