package io.klamm.collector.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.collector.zookeeper.ConsumerNode.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsumerNodeTest {

    private static final String CONSUMERS = "/kafka/consumers";

    @Test
    void parse_offsetAndOwner_areFound_andWrittenTheSame() {
        String offset = CONSUMERS + "/g 1/offsets/t.x/12";
        String owner = CONSUMERS + "/g 1/owners/t.x/0";

        assertThat(ConsumerNode.parse(CONSUMERS, offset)).contains(new ConsumerNode(Kind.OFFSET, "g 1", "t.x", 12));
        assertThat(ConsumerNode.parse(CONSUMERS, owner)).contains(new ConsumerNode(Kind.OWNER, "g 1", "t.x", 0));
        assertThat(ConsumerNode.parse(CONSUMERS, offset).orElseThrow().path(CONSUMERS))
                .isEqualTo(offset);
        assertThat(ConsumerNode.parse("/consumers", "/consumers/g/offsets/t/3")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/consumers/g/offsets/t/1",
                "/kafka/consumers",
                "/kafka/consumers/g",
                "/kafka/consumers/g/ids/c-1",
                "/kafka/consumers/g/offsets/t",
                "/kafka/consumers/g/offsets/t/",
                "/kafka/consumers/g/offsets/t/one",
                "/kafka/consumers/g/offsets/t/-1",
                "/kafka/consumers/g/offsets/t/01",
                "/kafka/consumers/g/offsets/t/9999999999",
                "/kafka/consumers/g/offsets/t/1/more",
                "/kafka/consumers/g/others/t/1",
                "/kafka/consumersx/g/offsets/t/1"
            })
    void parse_anyOtherNode_isNone(String path) {
        assertThat(ConsumerNode.parse(CONSUMERS, path)).isEmpty();
    }
}
