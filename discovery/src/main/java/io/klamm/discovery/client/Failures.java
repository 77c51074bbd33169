package io.klamm.discovery.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why an exchange failed, in words. */
final class Failures {

    private Failures() {}

    static String text(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (has(cause, UnresolvedAddressException.class) || has(cause, UnknownHostException.class)) {
            return "no such host";
        }
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return "context deadline exceeded";
        }
        if (cause instanceof ConnectException) {
            return message(cause, "connection refused");
        }
        if (cause instanceof NoSuchFileException file) {
            return file.getFile() + ": no such file";
        }
        if (cause instanceof AccessDeniedException file) {
            return file.getFile() + ": permission denied";
        }
        if (cause instanceof CancellationException) {
            return "given up";
        }
        if (cause instanceof IllegalArgumentException) {
            return message(cause, "bad request");
        }
        return cause instanceof SSLException ? "tls: " + message(cause, "failed") : ofAnother(cause);
    }

    private static String ofAnother(Throwable cause) {
        return cause instanceof IOException
                ? message(cause, "connection broken")
                : cause.getClass().getSimpleName() + ": " + message(cause, "no reason given");
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private static String message(Throwable failure, String otherwise) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? otherwise : message;
    }
}
