package io.klamm.cmd.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sends one request as it is written, and shows the answer with every header that came. */
final class RawHttp {

    private RawHttp() {}

    /** An answer; the body is put together where it came in chunks. */
    record Response(int status, SortedMap<String, String> headers, String body) {}

    static Response send(int port, String method, String target, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String length = bytes.length == 0 ? "" : "Content-Length: " + bytes.length + "\r\n";
            String head = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + length;
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(bytes);
            return parse(socket.getInputStream().readAllBytes());
        }
    }

    private static Response parse(byte[] all) {
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n", -1);
        SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
        }
        byte[] rest = Arrays.copyOfRange(all, end + 4, all.length);
        byte[] body = headers.containsKey("Transfer-Encoding") ? joined(rest) : rest;
        return new Response(
                Integer.parseInt(lines[0].split(" ", -1)[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[] chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String text = new String(chunks, StandardCharsets.ISO_8859_1);
        int at = 0;
        int length = -1;
        while (length != 0) {
            int line = text.indexOf("\r\n", at);
            length = Integer.parseInt(text.substring(at, line), 16);
            out.write(chunks, line + 2, length);
            at = line + 2 + length + 2;
        }
        return out.toByteArray();
    }
}
