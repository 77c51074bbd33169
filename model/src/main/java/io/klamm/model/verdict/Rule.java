package io.klamm.model.verdict;

import java.util.Map;

/**
 * The rules by which a verdict is reached, each with its words. In the words a name in braces stands for the fact of that name, and {@code
 * {name:time}} for one in milliseconds, written as a duration.
 */
public enum Rule {
    CAUGHT_UP(Verdict.OK, "Nothing is left to read.", "읽을 레코드가 남아 있지 않습니다."),
    WITHIN_ALLOWED_LAG(
            Verdict.OK,
            "{lag} records are left to read, no more than the {allowedLag} that the settings allow.",
            "남은 레코드는 {lag}개로, 설정이 허용하는 {allowedLag}개를 넘지 않습니다."),
    CAUGHT_UP_BUT_MARKERS(
            Verdict.OK,
            "Its commit is {lag} offsets short of the end, but no record lies between: only transaction markers or what compaction left.",
            "커밋이 끝보다 {lag}만큼 앞에 있지만 그 사이에 읽을 레코드는 없습니다. 트랜잭션 마커이거나 압축으로 비어 있는 자리입니다."),
    AT_STABLE_OFFSET(
            Verdict.OK,
            "It has read all up to the last stable offset; the {held} offsets behind that wait for a transaction that is still open.",
            "마지막 안정 오프셋까지 모두 읽었습니다. 그 뒤의 {held}개는 아직 열려 있는 트랜잭션이 끝나기를 기다리고 있습니다."),
    NOTHING_WRITTEN(
            Verdict.OK, "It has not committed yet, and there is no record to read.", "아직 커밋하지 않았고, 읽을 레코드도 없습니다."),
    READ_ALL_AT_LAST_COMMIT(
            Verdict.OK,
            "It had read everything at its last commit, {silence:time} ago; the {lag} records since then are not overdue (until {patience:time}).",
            "{silence:time} 전 마지막 커밋 때 모두 읽은 상태였습니다. 그 뒤에 쌓인 {lag}개는 아직 늦은 것이 아닙니다({patience:time}까지)."),
    KEEPS_UP(
            Verdict.OK,
            "It keeps up: over {span:time} {produced} records were written and {consumed} read; {lag} are left.",
            "잘 따라가고 있습니다. {span:time} 동안 {produced}개가 쓰이고 {consumed}개를 읽었으며, {lag}개가 남았습니다."),
    CATCHES_UP(
            Verdict.OK,
            "It catches up: over {span:time} {consumed} records were read and only {produced} written; {lag} are left.",
            "따라잡는 중입니다. {span:time} 동안 {consumed}개를 읽었고 쓰인 것은 {produced}개뿐이며, {lag}개가 남았습니다."),
    MUTED(
            Verdict.OK,
            "The settings mute this topic for the group; {lag} records are left.",
            "설정에서 이 그룹의 이 토픽에 대한 알림을 꺼 두었습니다. {lag}개가 남았습니다."),
    TOO_LITTLE_SEEN(
            Verdict.UNKNOWN,
            "Only {commits} commits over {span:time} have been seen: too little to judge the {lag} records that are left.",
            "지금까지 본 커밋이 {span:time} 동안 {commits}개뿐이어서, 남은 {lag}개를 판단하기에는 부족합니다."),
    NEVER_COMMITTED(
            Verdict.UNKNOWN,
            "A member reads it but has never committed, so nobody can say how far it has come.",
            "읽고 있는 멤버는 있지만 커밋한 적이 없어, 어디까지 읽었는지 알 수 없습니다."),
    END_UNKNOWN(
            Verdict.UNKNOWN,
            "Where the partition ends could not be read, so its lag is not known.",
            "파티션의 끝 오프셋을 읽지 못해 지연을 알 수 없습니다."),
    SHARE_GROUP(
            Verdict.UNKNOWN,
            "A share group hands out records one by one; the brokers count {lag} that wait, and nothing else is known to judge them by.",
            "공유 그룹은 레코드를 하나씩 나누어 줍니다. 브로커가 센 대기 레코드는 {lag}개이며, 그 밖에 판단할 근거가 없습니다."),
    SHARE_LAG_UNKNOWN(
            Verdict.UNKNOWN,
            "A share group whose brokers do not tell how many records wait.",
            "공유 그룹이며, 대기 중인 레코드 수를 브로커가 알려 주지 않습니다."),
    TOPIC_UNOWNED(
            Verdict.ABANDONED,
            "The group has members, but for {unowned:time} none of them has read this topic; its last commit is {silence:time} old.",
            "그룹에 멤버는 있지만 {unowned:time} 동안 아무도 이 토픽을 읽지 않습니다. 마지막 커밋은 {silence:time} 전입니다."),
    FALLS_BEHIND(
            Verdict.WARN,
            "It falls behind: over {span:time} {produced} records were written and {consumed} read, so the lag grew by {growth} to {lag}.",
            "뒤처지고 있습니다. {span:time} 동안 {produced}개가 쓰이고 {consumed}개를 읽어, 지연이 {growth}개 늘어 {lag}개가 되었습니다."),
    READS_TOO_SLOWLY(
            Verdict.ERR,
            "It reads less than half of what is written: over {span:time} {consumed} of {produced} records; {lag} are left.",
            "쓰이는 양의 절반도 읽지 못합니다. {span:time} 동안 {produced}개 중 {consumed}개만 읽어 {lag}개가 남았습니다."),
    WILL_LOSE_RECORDS(
            Verdict.ERR,
            "It falls behind, and in about {loss:time} retention will delete records that it has not read; {lag} are left.",
            "뒤처지고 있으며, 약 {loss:time} 뒤에는 보존 정책이 아직 읽지 않은 레코드를 삭제합니다. {lag}개가 남았습니다."),
    READS_AT_THE_EDGE(
            Verdict.ERR,
            "It reads where the log begins, {lag} short of its end, while retention deletes from there: in all likelihood it misses records.",
            "보존 정책이 삭제하고 있는 로그의 맨 앞을 읽고 있습니다(끝까지 {lag}개). 읽지 못하고 지나가는 레코드가 있을 가능성이 큽니다."),
    WENT_BACK(
            Verdict.REWIND,
            "It went back by {rewound} records {ago:time} ago and has not come as far again; {lag} are left.",
            "{ago:time} 전에 레코드 {rewound}개만큼 되돌아갔고, 아직 그 지점에 다시 이르지 못했습니다. {lag}개가 남았습니다."),
    COMMITS_THE_SAME(
            Verdict.STALL,
            "For {stalled:time} it has committed nothing but offset {offset}, though {lag} records are left.",
            "{stalled:time} 동안 오프셋 {offset}만 되풀이해 커밋하고 있습니다. {lag}개가 남아 있습니다."),
    COMMITS_THE_SAME_UNCOUNTED(
            Verdict.STALL,
            "For {stalled:time} it has committed nothing but offset {offset}, {lag} short of the end. Whether those are records or only transaction markers is"
                    + " not known: with the right Read on the topic Klamm would count them.",
            "{stalled:time} 동안 끝보다 {lag}만큼 앞인 오프셋 {offset}만 되풀이해 커밋하고 있습니다. 그것이 레코드인지 트랜잭션 마커일 뿐인지는 알 수 없습니다."
                    + " 토픽에 대한 Read 권한이 있으면 세어 볼 수 있습니다."),
    DOES_NOT_MOVE(
            Verdict.STALL,
            "It has members, but its committed offset has not moved for {silence:time} though {lag} records are left. The Admin API does not show whether it"
                    + " commits at all.",
            "멤버는 있지만 {silence:time} 동안 커밋 오프셋이 움직이지 않았고 {lag}개가 남아 있습니다. 커밋을 하고는 있는지 Admin API로는 알 수 없습니다."),
    SILENT(
            Verdict.STOP,
            "No commit for {silence:time} though {lag} records wait; it used to commit about every {rhythm:time}.",
            "{lag}개가 기다리고 있는데 {silence:time} 동안 커밋이 없습니다. 전에는 약 {rhythm:time}마다 커밋했습니다."),
    SILENT_UNCOUNTED(
            Verdict.STOP,
            "No commit for {silence:time}, {lag} short of the end. Whether those are records or only transaction markers is not known: with the right Read"
                    + " on the topic Klamm would count them.",
            "{silence:time} 동안 커밋이 없고 끝보다 {lag}만큼 앞에 있습니다. 그것이 레코드인지 트랜잭션 마커일 뿐인지는 알 수 없습니다. 토픽에 대한 Read 권한이"
                    + " 있으면 세어 볼 수 있습니다."),
    SILENT_WITHOUT_MEMBERS(
            Verdict.STOP,
            "The group has no members, and there was no commit for {silence:time} though {lag} records wait.",
            "그룹에 멤버가 없고, {lag}개가 기다리고 있는데 {silence:time} 동안 커밋이 없습니다."),
    SILENT_AND_UNOWNED(
            Verdict.STOP,
            "No member of the group reads this partition, and there was no commit for {silence:time} though {lag} records wait.",
            "그룹의 어느 멤버도 이 파티션을 읽지 않으며, {lag}개가 기다리고 있는데 {silence:time} 동안 커밋이 없습니다."),
    DELETED_UNREAD(
            Verdict.LOST,
            "{lost} records were deleted before it has read them: its commit {offset} lies before the first offset {logStart} of the log.",
            "레코드 {lost}개가 읽히기 전에 삭제되었습니다. 커밋한 오프셋은 {offset}인데, 로그는 {logStart}부터 남아 있습니다."),
    BEYOND_END_OF_NEW_TOPIC(
            Verdict.LOST,
            "Its commit {offset} lies {beyond} behind the end {end}: the topic was deleted and made again, and the commit is from the old one.",
            "커밋한 오프셋은 {offset}인데, 끝인 {end}보다 {beyond}만큼 뒤입니다. 토픽이 삭제된 뒤 다시 만들어졌고, 커밋은 이전 토픽의 것입니다."),
    BEYOND_END_AFTER_TRUNCATION(
            Verdict.LOST,
            "Its commit {offset} lies {beyond} behind the end {end}: the log has lost its tail, as after an unclean election of a leader.",
            "커밋한 오프셋은 {offset}인데, 끝인 {end}보다 {beyond}만큼 뒤입니다. 비정상 리더 선출 때처럼 로그의 끝부분이 사라졌습니다."),
    BEYOND_END(
            Verdict.LOST,
            "Its commit {offset} lies {beyond} behind the end {end}: the topic was made again or cut off before Klamm looked, or the offset was copied from"
                    + " another cluster.",
            "커밋한 오프셋은 {offset}인데, 끝인 {end}보다 {beyond}만큼 뒤입니다. Klamm이 보기 전에 토픽이 다시 만들어졌거나 잘렸거나, 오프셋이 다른 클러스터에서"
                    + " 복사된 것입니다.");

    private final Verdict verdict;
    private final String english;
    private final String korean;

    Rule(Verdict verdict, String english, String korean) {
        this.verdict = verdict;
        this.english = english;
        this.korean = korean;
    }

    /** The verdict that it leads to. */
    public Verdict verdict() {
        return verdict;
    }

    /** The rule in words. */
    String text(Language language, Map<String, Long> facts) {
        return switch (language) {
            case ENGLISH -> Words.fill(english, language, facts);
            case KOREAN -> Words.fill(korean, language, facts);
        };
    }
}
