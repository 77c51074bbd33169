package io.klamm.notifier.channel.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A small mail server that offers what it is told to, and answers commands as it is told to. */
final class ScriptedSmtp implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final ServerSocket server;
    private final List<String> offers;
    private final Map<String, String> answers = new HashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    ScriptedSmtp(String... offers) {
        this.offers = List.of(offers);
        try {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    /** What a command is answered, such as {@code RCPT}; an empty answer is none at all. */
    ScriptedSmtp answer(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Lines that came, commands and the mail's; {@code (TLS)} where TLS began. */
    List<String> heard() {
        return heard;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write("220 scripted\r\n".getBytes(StandardCharsets.US_ASCII));
                talk(socket, offers);
            } catch (IOException | GeneralSecurityException e) {
                heard.add("(" + e + ")");
            }
        }
    }

    private void talk(Socket socket, List<String> offered) throws IOException, GeneralSecurityException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            String command = line.split(" ", 2)[0];
            if (command.equals("STARTTLS")) {
                out.write("220 go\r\n".getBytes(StandardCharsets.US_ASCII));
                talk(
                        secured(socket),
                        offered.stream()
                                .filter(each -> !each.equals("STARTTLS"))
                                .toList());
                return;
            }
            String answer = answers.getOrDefault(command, usual(command, offered));
            if (!answer.isEmpty()) {
                out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            if (command.equals("DATA") && answer.startsWith("354")) {
                mail(in);
                out.write("250 taken\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private void mail(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            heard.add(line);
        }
    }

    private static String usual(String command, List<String> offered) {
        return switch (command) {
            case "EHLO" ->
                "250-scripted"
                        + String.join(
                                "",
                                offered.stream().map(each -> "\r\n250-" + each).toList()) + "\r\n250 8BITMIME";
            case "AUTH" -> "334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> command.length() > 20 ? "235 known" : "250 fine";
        };
    }

    private Socket secured(Socket socket) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/greenmail.p12"))) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", 0, true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        heard.add("(TLS)");
        return secure;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
