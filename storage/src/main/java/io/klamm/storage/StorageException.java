package io.klamm.storage;

/** A store could not answer: the disk failed, a file is damaged, a remote store is away. The message is for the person who asked. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
