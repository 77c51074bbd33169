package io.klamm.web.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Where the password's hash is kept between starts, readable by its owner only. Deleting the file makes a new password at the next start. */
final class PasswordFile {

    private static final String NAME = "admin-password";
    private static final int PASSWORD_BYTES = 16;

    private PasswordFile() {}

    /** A hash, and the password itself when it was made just now. */
    record Password(PasswordHash hash, Optional<String> made) {}

    /** Reads the file in a directory, or makes it. Without a directory the password lasts as long as the process. */
    static Password load(Optional<Path> directory, SecureRandom random) throws IOException {
        if (directory.isEmpty()) {
            return make(random);
        }
        Path file = directory.get().resolve(NAME);
        return Files.exists(file) ? read(file) : create(file, random);
    }

    private static Password read(Path file) throws IOException {
        try {
            return new Password(PasswordHash.parse(Files.readString(file, StandardCharsets.UTF_8)), Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "password file: " + file + ": " + e.getMessage() + "; delete it to have a new password made", e);
        }
    }

    private static Password create(Path file, SecureRandom random) throws IOException {
        Password password = make(random);
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Path fresh = file.resolveSibling(NAME + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, ownerOnly(fresh));
        Files.writeString(fresh, password.hash().format() + "\n", StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Password make(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Password(PasswordHash.of(password, random), Optional.of(password));
    }
}
