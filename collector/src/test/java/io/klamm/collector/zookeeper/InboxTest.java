package io.klamm.collector.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.klamm.collector.zookeeper.ConsumerNode.Kind;
import io.klamm.collector.zookeeper.Inbox.Work;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final ConsumerNode ONE = new ConsumerNode(Kind.OFFSET, "g", "t", 1);
    private static final ConsumerNode TWO = new ConsumerNode(Kind.OFFSET, "g", "t", 2);
    private static final ConsumerNode THREE = new ConsumerNode(Kind.OFFSET, "g", "t", 3);

    private final Inbox inbox = new Inbox(2);

    private Work take() throws InterruptedException {
        return inbox.take(Duration.ZERO);
    }

    private void connectAndList() throws InterruptedException {
        inbox.connected();
        assertThat(take()).isEqualTo(new Work.Listing());
    }

    @Test
    void take_unansweredForTheTimeGiven_isTheEndOfTheSession() throws InterruptedException {
        inbox.changed(ONE);
        assertThat(take()).isEqualTo(new Work.End("Unanswered"));
        connectAndList();
        inbox.disconnected();
        assertThat(take()).isEqualTo(new Work.Silence());

        assertThat(take()).isEqualTo(new Work.End("Unanswered"));
    }

    @Test
    void take_changesOfOneNode_areOne() throws InterruptedException {
        connectAndList();
        inbox.changed(ONE);
        inbox.changed(TWO);
        inbox.changed(ONE);

        assertThat(take()).isEqualTo(new Work.Changes(Set.of(ONE, TWO)));
        assertThat(take()).isEqualTo(new Work.Nothing());
    }

    @Test
    void take_moreChangesThanItHolds_isAListing() throws InterruptedException {
        connectAndList();
        inbox.changed(ONE);
        inbox.changed(TWO);
        inbox.changed(THREE);

        assertThat(take()).isEqualTo(new Work.Listing());
        assertThat(take()).isEqualTo(new Work.Nothing());
    }

    @Test
    void take_connectionLostForAMoment_isSilenceThenAListing() throws InterruptedException {
        connectAndList();
        inbox.disconnected();
        assertThat(take()).isEqualTo(new Work.Silence());
        inbox.changed(ONE);
        inbox.connected();

        assertThat(take()).isEqualTo(new Work.Listing());
    }

    @Test
    void take_sessionOver_isItsEnd_whateverElseThereIs() throws InterruptedException {
        connectAndList();
        inbox.changed(ONE);
        inbox.over("Expired");

        assertThat(take()).isEqualTo(new Work.End("Expired"));
    }
}
