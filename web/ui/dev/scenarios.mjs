// What the mock server tells: one function a scenario, each returning the facts of its clusters. Nothing here is used by the product.
const HUGE = '9223372036854775807';

/** A number beyond 2^53, written into the JSON as it stands. */
export const big = (digits) => ({ $big: digits });

const range = (n, of) => Array.from({ length: n }, (_, i) => of(i));

function broker(id, over = {}) {
  return {
    id,
    host: '127.0.0.1',
    port: 9091 + id,
    rack: `rack-${'abc'[id % 3]}`,
    controller: id === 1,
    fenced: false,
    leaders: 18,
    replicas: 55,
    outOfSyncReplicas: 0,
    sizeBytes: 812_345_678 + id * 1_234_567,
    logDirs: [
      {
        path: `/var/lib/kafka/data-${id}`,
        sizeBytes: 812_345_678 + id * 1_234_567,
        replicas: 55,
        totalBytes: 107_374_182_400,
        usableBytes: 107_374_182_400 - id * 31_000_000_000,
      },
    ],
    ...over,
  };
}

const quorum = (at) => ({
  leaderId: 1,
  leaderEpoch: 7,
  highWatermark: 48_211,
  members: [1, 2, 3].map((nodeId) => ({
    nodeId,
    voter: true,
    logEndOffset: 48_211 - (nodeId === 3 ? 2 : 0),
    lag: nodeId === 3 ? 2 : 0,
    lastCaughtUpAt: new Date(at - (nodeId === 3 ? 900 : 0)).toISOString(),
  })),
});

function topic(name, over = {}) {
  return {
    name,
    topicId: Buffer.from(name.padEnd(16, '.').slice(0, 16)).toString('base64url'),
    internal: name.startsWith('__'),
    partitions: 3,
    replicationFactor: 3,
    underReplicatedPartitions: 0,
    offlinePartitions: 0,
    messages: 100_000,
    sizeBytes: 12_345_678,
    groups: 1,
    ...over,
  };
}

function partition(topicName, number, over = {}) {
  const replicas = [0, 1, 2].map((i) => ((number + i) % 3) + 1);
  return {
    topic: topicName,
    partition: number,
    leader: replicas[0],
    replicas,
    isr: replicas,
    eligibleLeaders: [],
    offlineReplicas: [],
    underReplicated: false,
    leaderIsPreferred: true,
    earliestOffset: 0,
    latestOffset: 33_333 + number,
    sizeBytes: 4_115_226,
    ...over,
  };
}

function group(name, at, over = {}) {
  return {
    group: name,
    type: 'classic',
    state: 'Stable',
    protocol: 'range',
    coordinator: 2,
    members: 1,
    topics: 1,
    totalLag: 0,
    readAt: new Date(at).toISOString(),
    ageSeconds: 0,
    ...over,
  };
}

function lag(groupName, topicName, number, committed, end, over = {}) {
  return {
    group: groupName,
    topic: topicName,
    partition: number,
    committedOffset: committed,
    endOffset: end,
    lag: end - committed,
    commitBeyondEnd: false,
    memberId: 'consumer-1-5e0c7c1a-41f5-4a8a-9b0e-0d3f1f6f2a11',
    clientId: 'consumer-1',
    host: '/127.0.0.1',
    ...over,
  };
}

const member = (n, over = {}) => ({
  memberId: `consumer-${n}-5e0c7c1a-41f5-4a8a-9b0e-0d3f1f6f2a1${n % 10}`,
  clientId: `consumer-${n}`,
  host: '/127.0.0.1',
  partitions: 3,
  ...over,
});

/** All verdicts in the order of severity. */
export const VERDICTS = ['ok', 'unknown', 'abandoned', 'warn', 'err', 'rewind', 'stall', 'stop', 'lost'];

const iso = (millis) => new Date(millis).toISOString();

/** Each rule in words, as the server says them. */
const RULES = {
  ok: ['keeps-up', 'It keeps up with what is written.', '기록되는 만큼 따라가고 있습니다.'],
  warn: [
    'falls-behind',
    'In 10 minutes 54,000 records were written and 18,000 read: the lag grows by 60 a second.',
    '10분 동안 54,000개가 기록되고 18,000개를 읽었습니다. Lag이 초당 60개씩 늘어납니다.',
  ],
  err: [
    'will-lose-records',
    'At these rates retention deletes records in 2 hours before they are read.',
    '지금 속도라면 2시간 뒤에 읽지 않은 레코드가 보존 정책으로 삭제됩니다.',
  ],
  stall: [
    'same-offset',
    'It has committed offset 11,480 for 4 minutes while 5,400 records wait.',
    '레코드 5,400개가 기다리는데 4분 동안 오프셋 11,480만 커밋했습니다.',
  ],
  stop: [
    'no-commits',
    'The last commit is 6 minutes old, and 420 records wait.',
    '마지막 커밋이 6분 전이고, 레코드 420개가 기다리고 있습니다.',
  ],
  rewind: ['went-back', 'It went back from offset 900 to 100.', '오프셋 900에서 100으로 되돌아갔습니다.'],
  lost: ['deleted-unread', '1,200 records were deleted unread.', '레코드 1,200개를 읽기 전에 삭제되었습니다.'],
  abandoned: ['not-owned', 'No member reads this topic any more.', '이 토픽을 읽는 멤버가 더 이상 없습니다.'],
  unknown: ['too-little', 'Only one commit has been seen.', '커밋이 하나만 관찰되었습니다.'],
};

/** What is said of one partition: the fields that a judged partition has. */
function judged(verdict, at, { committed, end, forecast = {} }) {
  const [rule, en, ko] = RULES[verdict];
  const moving = verdict !== 'stall' && verdict !== 'stop';
  const commits = range(verdict === 'stop' ? 14 : 30, (i) => {
    const offset = moving ? committed - (29 - i) * 300 : committed;
    return { offset, at: iso(at - (29 - i) * 20_000), lag: end - (29 - i) * 900 - offset };
  });
  return {
    verdict,
    effectiveLag: end - committed,
    lagSeconds: forecast.timeLag?.seconds,
    evidence: {
      rule,
      text: { en, ko },
      facts: { commits: commits.length, span: 580_000, lag: end - committed, offset: committed, silence: at % 20_000 },
      commits,
      ends: range(40, (i) => ({ offset: end - (39 - i) * 675, at: iso(at - (39 - i) * 15_000) })),
    },
    forecast,
  };
}

const FORECASTS = {
  warn: {
    producedPerSecond: 30.2,
    consumedPerSecond: 10.1,
    timeLag: { seconds: 751.4, method: 'interpolated', confidence: 'high' },
  },
  err: {
    producedPerSecond: 30.1,
    consumedPerSecond: 9.7,
    timeLag: { seconds: 5_420, method: 'extrapolated', confidence: 'medium' },
    secondsUntilLoss: 7_260,
  },
  ok: {
    producedPerSecond: 29.9,
    consumedPerSecond: 31.4,
    timeLag: { seconds: 0.4, method: 'interpolated', confidence: 'high' },
    secondsToCatchUp: 8,
  },
  stop: {
    producedPerSecond: 1.2,
    consumedPerSecond: 0,
    timeLag: { seconds: 360, method: 'at-least', confidence: 'low' },
  },
};

/** The fields that a judged group has. */
const said = (verdict, over = {}) => ({ verdict, muted: false, source: 'offsets-topic', maxLagSeconds: 0, ...over });

/** Lag over ten minutes that grows to what it is now; the first moments are not known. */
function historyFor(rows, at) {
  return {
    times: range(60, (i) => iso(at - (59 - i) * 10_000)),
    rows: rows.map(({ topic, partition, lag: now = 0 }, row) => ({
      topic,
      partition,
      lags: range(60, (i) => (i < 6 ? null : Math.max(0, Math.round(now * ((i - 5 - row * 6) / 54) ** 3)))),
    })),
  };
}

/** A small healthy cluster, a slow consumer falling behind by a few records each second. */
function normal(at, started) {
  const behind = Math.floor((at - started) / 1000) * 90;
  const ends = [34_000, 33_200, 32_800].map((end) => end + behind);
  const commits = [11_480, 11_502, 11_377].map((commit) => commit + Math.floor(behind / 3));
  const verdicts = ['warn', 'err', 'ok'];
  const partitions = ends.map((end, i) => ({
    ...lag('slow-consumer', 'test-lag', i, commits[i], end),
    ...judged(verdicts[i], at, { committed: commits[i], end, forecast: FORECASTS[verdicts[i]] }),
    ...(i === 2 ? { memberId: member(2).memberId, clientId: 'consumer-2' } : {}),
  }));
  const total = partitions.reduce((sum, row) => sum + row.lag, 0);
  return {
    name: 'demo',
    brokers: [1, 2, 3].map((id) => broker(id)),
    quorum: quorum(at),
    topics: [
      topic('test-lag', { messages: ends.reduce((a, b) => a + b), sizeBytes: 38_912_000 }),
      topic('orders', { partitions: 12, messages: 8_214_552, sizeBytes: 4_512_345_678, groups: 3 }),
      topic('주문-이벤트', { partitions: 6, messages: 120_433, groups: 2 }),
      topic('payments.v2', { partitions: 6, messages: 991_204, sizeBytes: 812_345_678, groups: 2 }),
      topic('__consumer_offsets', { partitions: 50, messages: 55_120, sizeBytes: 6_120_000, groups: 0 }),
    ],
    partitionsOf: (name) => range(3, (i) => partition(name, i, name === 'test-lag' ? { latestOffset: ends[i] } : {})),
    groups: [
      group('slow-consumer', at, {
        totalLag: total,
        ...said('err', { maxLagSeconds: 5_420, secondsUntilLoss: 7_260 }),
      }),
      group('billing', at, {
        type: 'consumer',
        state: 'Reconciling',
        members: 4,
        topics: 2,
        totalLag: 1_204,
        ...said('warn', { maxLagSeconds: 42.3 }),
      }),
      group('orders-stream', at, {
        type: 'streams',
        protocol: 'streams',
        members: 2,
        topics: 3,
        totalLag: 0,
        ...said('ok'),
      }),
      group('share-workers', at, { type: 'share', members: 8, totalLag: 17, ...said('ok', { maxLagSeconds: 0.4 }) }),
      group('주문-알림', at, {
        state: 'Empty',
        members: 0,
        totalLag: 420,
        protocol: '',
        ...said('stop', { muted: true, source: 'admin-api', maxLagSeconds: 360 }),
      }),
      { ...group('fresh-group', at, { state: 'PreparingRebalance' }), totalLag: undefined },
      group('nightly-export', at, {
        state: 'Dead',
        members: 0,
        totalLag: 88_120,
        ageSeconds: 4_000,
        ...said('abandoned', { maxLagSeconds: undefined }),
      }),
    ],
    groupDetail: (name) => ({
      offsetsReadable: true,
      worst: name === 'slow-consumer' ? { topic: 'test-lag', partition: 1 } : undefined,
      members: name === 'slow-consumer' ? [member(2, { partitions: 1 }), member(1, { partitions: 2 })] : [],
      partitions: name === 'slow-consumer' ? partitions : [],
    }),
    historyOf: (name) => (name === 'slow-consumer' ? historyFor(partitions, at) : undefined),
  };
}

const thousand = (name, at) =>
  range(1_000, (i) => {
    const [committed, end] = [i * 1000, i * 1000 + ((i * 37) % 5000)];
    const verdict = i % 90 === 3 ? 'stall' : 'ok';
    const said = judged(verdict, at, { committed, end, forecast: FORECASTS.ok });
    if (verdict === 'ok') {
      said.evidence.commits = undefined;
      said.evidence.ends = undefined;
    }
    return { ...lag(name, `domain-${i % 7}.event`, i, committed, end), ...said };
  });

/** The fixture of the largest cluster that users of other tools complain about. */
function large(at, started) {
  const base = normal(at, started);
  const states = ['Stable', 'Stable', 'Stable', 'Empty', 'PreparingRebalance', 'Dead'];
  const types = ['classic', 'consumer', 'share', 'streams'];
  const groups = range(15_000, (i) =>
    group(`tenant-${String(i % 97).padStart(2, '0')}.service-${String(i).padStart(5, '0')}.컨슈머`, at, {
      type: types[i % 4],
      state: states[i % 6],
      members: i % 40,
      topics: (i % 12) + 1,
      totalLag: (i * 7919) % 1_000_003,
      ageSeconds: i % 20,
      ...(i % 50 === 0 ? said(VERDICTS[1 + ((i / 50) % 8)], { maxLagSeconds: i * 3.7 }) : said('ok')),
    }),
  );
  groups[0] = group('biggest', at, { totalLag: big('9007199254740993') });
  const topics = range(9_000, (i) =>
    topic(`domain-${i % 61}.event-${String(i).padStart(5, '0')}`, {
      partitions: (i % 24) + 1,
      underReplicatedPartitions: i % 500 === 7 ? 2 : 0,
      offlinePartitions: i % 3000 === 11 ? 1 : 0,
      messages: i * 12_345,
      sizeBytes: i * 1_234_567,
    }),
  );
  topics[0] = topic('biggest', { messages: big(HUGE), sizeBytes: big(HUGE) });
  return {
    ...base,
    brokers: range(30, (i) =>
      broker(i + 1, { controller: i === 3, outOfSyncReplicas: i === 9 ? 12 : 0, fenced: i === 20 }),
    ),
    groups,
    topics,
    sums: {
      underReplicatedPartitions: 36,
      offlinePartitions: 3,
      partitions: 112_500,
      totalLag: big('9007199254740993'),
    },
    partitionsOf: (name) =>
      name === 'biggest'
        ? [partition(name, 0, { earliestOffset: 0, latestOffset: big(HUGE), sizeBytes: big(HUGE) })]
        : range(24, (i) => partition(name, i)),
    groupDetail: (name) => ({
      offsetsReadable: true,
      members: range(40, (i) => member(i + 1, i % 2 ? { instanceId: `instance-${i}` } : {})),
      partitions:
        name === 'biggest'
          ? [
              {
                ...lag(name, 'biggest', 0, 0, 0),
                committedOffset: big('9214364837600034814'),
                endOffset: big(HUGE),
                lag: big('9007199254740993'),
              },
            ]
          : thousand(name, at),
    }),
    historyOf: (name) => historyFor(thousand(name, at), at),
  };
}

/** A broker is down, one partition has no leader. */
function degraded(at, started) {
  const base = normal(at, started);
  const down = { isr: [1, 2], offlineReplicas: [3], underReplicated: true };
  return {
    ...base,
    brokers: [
      broker(1),
      broker(2, {
        outOfSyncReplicas: 4,
        rack: undefined,
        logDirs: [
          { path: '/data/a', sizeBytes: 800_000_000, replicas: 20, totalBytes: 1_000_000_000, usableBytes: 40_000_000 },
          {
            path: '/data/b',
            sizeBytes: 700_000_000,
            replicas: 18,
            totalBytes: 1_000_000_000,
            usableBytes: 150_000_000,
          },
          { path: '/data/c', sizeBytes: 0, replicas: 0, error: 'KAFKA_STORAGE_ERROR' },
        ],
      }),
      broker(3, { fenced: true, leaders: 0, outOfSyncReplicas: 55 }),
    ],
    topics: base.topics.map((t) => ({
      ...t,
      underReplicatedPartitions: 2,
      offlinePartitions: t.name === 'test-lag' ? 1 : 0,
    })),
    sums: { underReplicatedPartitions: 9, offlinePartitions: 1 },
    partitionsOf: (name) => [
      partition(name, 0, { ...down }),
      partition(name, 1, { ...down, leader: undefined, isr: [], offlineReplicas: [2, 3, 1], latestOffset: undefined }),
      partition(name, 2, { leader: 1, leaderIsPreferred: false, isr: [1, 2], underReplicated: true }),
    ],
    problems: [
      { fact: 'end offsets', kind: 'LeaderNotAvailableException', message: 'test-lag-1: no leader', count: 1 },
    ],
    state: 'warning',
  };
}

const DENIED = [
  {
    fact: 'group offsets',
    kind: 'GroupAuthorizationException',
    message: 'slow-consumer, billing and 5 more: not authorized to access group',
    missingRight: 'Describe on Group',
    count: 7,
  },
  {
    fact: 'log dirs',
    kind: 'ClusterAuthorizationException',
    message: 'brokers 1, 2, 3: Cluster authorization failed.',
    missingRight: 'Describe on Cluster',
    count: 3,
  },
  {
    fact: 'quorum',
    kind: 'ClusterAuthorizationException',
    message: 'Cluster authorization failed.',
    missingRight: 'Describe on Cluster',
    count: 1,
  },
];

/** Rights are missing: sizes, quorum and commits are not known. */
function denied(at, started) {
  const base = normal(at, started);
  const unread = {
    committedOffset: undefined,
    lag: undefined,
    memberId: undefined,
    clientId: undefined,
    host: undefined,
  };
  return {
    ...base,
    state: 'warning',
    problems: DENIED,
    quorum: undefined,
    brokers: base.brokers.map((b) => ({ ...b, sizeBytes: undefined, logDirs: [] })),
    topics: base.topics.map((t) => ({ ...t, sizeBytes: undefined })),
    sums: { totalLag: undefined },
    partitionsOf: (name) => range(3, (i) => partition(name, i, { sizeBytes: undefined })),
    groups: base.groups.map((g) => ({ ...g, totalLag: undefined })),
    groupDetail: (name) => ({
      offsetsReadable: false,
      members: [member(1)],
      partitions: range(3, (i) => ({ ...lag(name, 'test-lag', i, 0, 33_000 + i), ...unread })),
    }),
  };
}

/** The topic was made again below a group's commits; some partitions have none. */
function recreated(at, started) {
  const base = normal(at, started);
  return {
    ...base,
    groupDetail: (name) => ({
      offsetsReadable: true,
      members: [],
      partitions: [
        {
          ...lag(name, 'test-lag', 0, 90_000, 120),
          lag: undefined,
          commitBeyondEnd: true,
          memberId: undefined,
          clientId: undefined,
          host: undefined,
        },
        { ...lag(name, 'test-lag', 1, 0, 118), committedOffset: undefined, lag: undefined },
        { ...lag(name, 'test-lag', 2, 50, 0), endOffset: undefined, lag: undefined },
        lag(name, 'orders', 0, 100, 4_200),
        lag(name, 'orders', 1, 4_100, 4_200),
        lag(name, 'orders', 2, 4_200, 4_200),
      ],
    }),
  };
}

function empty(at, started) {
  return { ...normal(at, started), groups: [], topics: [], sums: { partitions: 0, totalLag: 0 } };
}

const failed = (base) => ({
  ...base,
  state: 'error',
  lastError: 'TimeoutException: Timed out waiting for a node assignment. Call: listNodes (after 15 s)',
});

/** Each scenario: its clusters at a time; `age` is that of the newest reading in seconds, `started` when the server began. */
export const SCENARIOS = {
  normal: (at, started) => [normal(at, started)],
  large: (at, started) => [large(at, started)],
  degraded: (at, started) => [degraded(at, started)],
  denied: (at, started) => [denied(at, started)],
  recreated: (at, started) => [recreated(at, started)],
  empty: (at, started) => [empty(at, started)],
  starting: (at, started) => [{ ...normal(at, started), starting: true }],
  unreachable: (at, started) => [
    {
      ...failed(normal(at, started)),
      starting: true,
      state: 'starting',
      lastError: 'no broker of 127.0.0.1:9092 answers',
    },
  ],
  stale: (at, started) => [{ ...normal(at, started), age: 400 }],
  failing: (at, started) => [{ ...failed(normal(at, started)), age: 95 }],
  several: (at, started) => [
    normal(at, started),
    { ...degraded(at, started), name: 'seoul/prod' },
    { ...failed(normal(at, started)), name: 'tokyo', age: 3_700 },
  ],
  none: () => [],
  broken: (at, started) => [{ ...normal(at, started), broken: true }],
  silent: (at, started) => [normal(at, started)],
  slow: (at, started) => [normal(at, started)],
};
