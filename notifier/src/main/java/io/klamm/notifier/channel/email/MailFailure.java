package io.klamm.notifier.channel.email;

import io.klamm.notifier.message.Delivery;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says what a failure of SMTP means for a mail, by the codes of the server: those from 500 on are for ever. */
final class MailFailure {

    private static final Pattern FOR_EVER = Pattern.compile("\\b5[0-9][0-9][ -]");

    private MailFailure() {}

    static Delivery delivery(String host, MessagingException failure) {
        String reason = host + ": " + reason(failure);
        return forEver(failure, reason) ? new Delivery.Refused(reason) : new Delivery.Retry(reason, null);
    }

    private static boolean forEver(MessagingException failure, String reason) {
        if (failure instanceof AddressException) {
            return true;
        }
        boolean answered = failure instanceof SendFailedException || failure instanceof AuthenticationFailedException;
        Matcher code = FOR_EVER.matcher(reason);
        return answered && code.find();
    }

    /** The words of the failure and of those that it goes back to, each once, on one line. */
    private static String reason(MessagingException failure) {
        Set<String> words = new LinkedHashSet<>();
        Exception each = failure;
        while (each != null) {
            words.add(each.getClass().getSimpleName().replace("Exception", "") + ": "
                    + String.valueOf(each.getMessage()).strip().replaceAll("\\s+", " "));
            each = each instanceof MessagingException mail ? mail.getNextException() : null;
        }
        String told = failure instanceof SendFailedException sent ? told(sent.getValidSentAddresses()) : "";
        return String.join("; ", words) + told;
    }

    private static String told(Address[] addresses) {
        return addresses == null || addresses.length == 0
                ? ""
                : "; taken for "
                        + Arrays.stream(addresses).map(Address::toString).collect(Collectors.joining(", "));
    }
}
