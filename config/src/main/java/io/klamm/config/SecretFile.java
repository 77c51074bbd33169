package io.klamm.config;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file whose whole content is one secret. */
final class SecretFile {

    private SecretFile() {}

    /** The content without the line end that editors and {@code echo} add. Only regular files: a pipe could block for ever. */
    static FileText.Outcome read(Path file, ByteSize limit) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return failure("not a regular file (expected: a readable file)");
        }
        FileText.Outcome outcome = FileText.read(file, limit);
        if (outcome instanceof FileText.Text text) {
            return nonEmpty(withoutLineEnd(text.text()));
        }
        // The place of a bad byte inside the secret's file is not a place in the file that is being read.
        return outcome instanceof FileText.Failure failure ? failure(failure.message()) : outcome;
    }

    private static FileText.Outcome nonEmpty(String secret) {
        return secret.isEmpty() ? failure("is empty (expected: the secret)") : new FileText.Text(secret);
    }

    private static String withoutLineEnd(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static FileText.Failure failure(String message) {
        return new FileText.Failure(Position.WHOLE_FILE, message);
    }
}
