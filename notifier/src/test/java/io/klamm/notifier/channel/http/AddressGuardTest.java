package io.klamm.notifier.channel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "fe80::1",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "fd00:ec2::254",
                "100.100.100.200",
                "224.0.0.1"
            })
    void forbidden_linkLocalAndMetadata_isTrue(String address) throws UnknownHostException {
        assertThat(AddressGuard.forbidden(InetAddress.getByName(address))).isTrue();
        assertThat(AddressGuard.refusal(address))
                .hasValueSatisfying(text -> assertThat(text).contains("link-local"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "10.1.2.3", "192.168.0.7", "::1", "fd12:3456::1", "8.8.8.8", "64:ff9b::808:808"})
    void forbidden_loopbackPrivateAndPublic_isFalse(String address) throws UnknownHostException {
        assertThat(AddressGuard.forbidden(InetAddress.getByName(address))).isFalse();
        assertThat(AddressGuard.refusal(address)).isEmpty();
    }
}
