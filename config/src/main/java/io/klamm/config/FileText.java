package io.klamm.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a small UTF-8 file whole, or says why not. */
final class FileText {

    private FileText() {}

    /** The outcome of reading: a text, or what is wrong and where. */
    sealed interface Outcome {}

    record Text(String text) implements Outcome {}

    record Failure(Position at, String message) implements Outcome {}

    /** Reads at most {@code limit} bytes; a mark of UTF-8 at the start is dropped. */
    static Outcome read(Path path, ByteSize limit) {
        if (Files.isDirectory(path)) {
            return failure("a directory (expected: a file)");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(limit.bytes() + 1));
            return bytes.length > limit.bytes()
                    ? failure("too large (expected: at most " + limit + ")")
                    : decode(bytes);
        } catch (NoSuchFileException missing) {
            return failure("no such file (expected: a readable file)");
        } catch (AccessDeniedException denied) {
            return failure("permission denied (expected: a readable file)");
        } catch (IOException failed) {
            return failure("cannot be read, " + failed.getClass().getSimpleName() + " (expected: a readable file)");
        }
    }

    static Outcome decode(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return failure("UTF-16 text (expected: UTF-8)");
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            return new Failure(
                    Position.of(text, text.length()), "bytes that are not UTF-8 (expected: a file saved as UTF-8)");
        }
        return new Text(text);
    }

    private static Failure failure(String message) {
        return new Failure(Position.WHOLE_FILE, message);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
