package io.klamm.kafka;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.internals.ConsumerProtocol;
import org.apache.kafka.common.message.JoinGroupRequestData;
import org.apache.kafka.common.message.JoinGroupRequestData.JoinGroupRequestProtocol;
import org.apache.kafka.common.message.JoinGroupRequestData.JoinGroupRequestProtocolCollection;
import org.apache.kafka.common.message.JoinGroupResponseData;
import org.apache.kafka.common.message.SyncGroupRequestData;
import org.apache.kafka.common.message.SyncGroupRequestData.SyncGroupRequestAssignment;
import org.apache.kafka.common.message.SyncGroupResponseData;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.JoinGroupRequest;
import org.apache.kafka.common.requests.JoinGroupResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.SyncGroupRequest;
import org.apache.kafka.common.requests.SyncGroupResponse;

/** A member of a classic group that speaks the protocol by hand and assigns itself bytes that are no assignment. */
final class BrokenMember implements Closeable {

    private static final short JOIN_VERSION = 3;
    private static final short SYNC_VERSION = 2;

    private final Socket socket;
    private int correlation;

    private BrokenMember(Socket socket) {
        this.socket = socket;
    }

    /** Joins the group, of which the broker must be the coordinator. */
    static BrokenMember join(String host, int port, String group) throws IOException {
        BrokenMember member = new BrokenMember(new Socket(host, port));
        JoinGroupResponseData joined = ((JoinGroupResponse)
                        member.call(new JoinGroupRequest.Builder(joining(group)).build(JOIN_VERSION), JOIN_VERSION))
                .data();
        member.check(joined.errorCode());
        SyncGroupRequestData sync = new SyncGroupRequestData()
                .setGroupId(group)
                .setGenerationId(joined.generationId())
                .setMemberId(joined.memberId())
                .setAssignments(List.of(new SyncGroupRequestAssignment()
                        .setMemberId(joined.memberId())
                        .setAssignment("neither topics nor partitions".getBytes(StandardCharsets.UTF_8))));
        SyncGroupResponseData synced = ((SyncGroupResponse)
                        member.call(new SyncGroupRequest.Builder(sync).build(SYNC_VERSION), SYNC_VERSION))
                .data();
        member.check(synced.errorCode());
        return member;
    }

    private static JoinGroupRequestData joining(String group) {
        JoinGroupRequestProtocol protocol =
                new JoinGroupRequestProtocol().setName("odd").setMetadata(new byte[] {1});
        return new JoinGroupRequestData()
                .setGroupId(group)
                .setSessionTimeoutMs(60_000)
                .setRebalanceTimeoutMs(60_000)
                .setMemberId("")
                .setProtocolType(ConsumerProtocol.PROTOCOL_TYPE)
                .setProtocols(
                        new JoinGroupRequestProtocolCollection(List.of(protocol).iterator()));
    }

    private AbstractResponse call(AbstractRequest request, short version) throws IOException {
        RequestHeader header = new RequestHeader(request.apiKey(), version, "broken", correlation++);
        ByteBuffer bytes = request.serializeWithHeader(header);
        ByteBuffer framed = ByteBuffer.allocate(Integer.BYTES + bytes.remaining());
        framed.putInt(bytes.remaining()).put(bytes);
        socket.getOutputStream().write(framed.array());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] answer = in.readNBytes(in.readInt());
        return AbstractResponse.parseResponse(ByteBuffer.wrap(answer), header);
    }

    private void check(short code) {
        if (code != Errors.NONE.code()) {
            throw new AssertionError(Errors.forCode(code).name());
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
