package io.klamm.tsdb.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk: files that are appended to, synced, mapped, renamed and deleted. Whatever the store writes goes through here, so that tests can let every operation fail.
 *
 * <p>What is written survives the process; only what is synced survives the machine: a file's bytes by {@link DiskFile#sync}, and its name (made, renamed or
 * deleted) by {@link #syncDirectory} of the directory that holds it. Every method throws {@link IOException} if the disk fails. Safe from any thread.
 */
public interface Disk {

    /** The machine's own disk. */
    static Disk real() {
        return new RealDisk();
    }

    /** Makes a file, to be written. It must not be there yet. */
    DiskFile create(Path file) throws IOException;

    /** Opens a file that is there, to be read and to be written behind its end. */
    DiskFile open(Path file) throws IOException;

    /** Opens a file that is there only to be read, also while somebody else writes behind its end; on a disk that cannot be written, too. */
    DiskFile openToRead(Path file) throws IOException;

    /**
     * The bytes of a file as they are now, read-only and little-endian; at most 2 GiB. A file that is mapped must never be cut short. The bytes stay readable after the
     * file is deleted.
     */
    ByteBuffer map(Path file) throws IOException;

    /** The entries of a directory, sorted by name; none if there is no such directory. */
    List<Path> list(Path directory) throws IOException;

    boolean exists(Path file) throws IOException;

    /** The length of a file, in bytes. */
    long size(Path file) throws IOException;

    /** Makes a directory and those above it, where they are missing. */
    void createDirectories(Path directory) throws IOException;

    /** Gives a file or directory another name in one step; a file of that name is replaced. */
    void rename(Path from, Path to) throws IOException;

    /** Gives a file a second name; the bytes are there once. */
    void link(Path existing, Path link) throws IOException;

    /** Deletes a file or an empty directory; nothing happens if there is none. */
    void delete(Path file) throws IOException;

    /** Makes the names in a directory survive the machine. */
    void syncDirectory(Path directory) throws IOException;

    /** How many bytes can still be written. */
    long free(Path directory) throws IOException;

    /** Deletes a directory with everything in it, or a file; nothing happens if there is none. */
    default void deleteTree(Path root) throws IOException {
        for (Path entry : list(root)) {
            deleteTree(entry);
        }
        delete(root);
    }
}
