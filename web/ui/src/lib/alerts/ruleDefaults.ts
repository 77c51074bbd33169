import type { Template } from './ruleForm';

/** What a rule of a template is called, and says, until a person changes it. */
interface Defaults {
  readonly name: string;
  readonly hold: string;
  readonly severity: string;
  readonly threshold: string;
  readonly annotations: Readonly<Record<string, string>>;
}

const GROUP = '{{ $labels.consumergroup }}';
const RECORDS = '{{ $value | humanize }}';
const TIME = '{{ $value | humanizeDuration }}';

/** The texts are part of the rule, not of the page: each is there in both languages. */
export const DEFAULTS: Record<Template, Defaults> = {
  lag: {
    name: 'ConsumerGroupLag',
    hold: '1m',
    severity: 'warning',
    threshold: '10000',
    annotations: {
      summary: `Group ${GROUP} is ${RECORDS} records behind.`,
      summary_ko: `컨슈머 그룹 ${GROUP}의 랙이 ${RECORDS}건입니다.`,
    },
  },
  average: {
    name: 'ConsumerGroupAverageLag',
    hold: '',
    severity: 'warning',
    threshold: '10',
    annotations: {
      summary: `Group ${GROUP} is ${RECORDS} records behind on average.`,
      summary_ko: `컨슈머 그룹 ${GROUP}의 평균 랙이 ${RECORDS}건입니다.`,
    },
  },
  verdict: {
    name: 'ConsumerGroupVerdict',
    hold: '2m',
    severity: 'critical',
    threshold: '',
    annotations: {
      summary: `Group ${GROUP} is in trouble. Its page says why.`,
      summary_ko: `컨슈머 그룹 ${GROUP}에 문제가 있습니다. 그룹 페이지에서 이유를 확인하세요.`,
    },
  },
  seconds: {
    name: 'ConsumerGroupDelay',
    hold: '1m',
    severity: 'warning',
    threshold: '5m',
    annotations: {
      summary: `Group ${GROUP} is ${TIME} behind.`,
      summary_ko: `컨슈머 그룹 ${GROUP}이(가) ${TIME} 지연되고 있습니다.`,
    },
  },
  loss: {
    name: 'ConsumerGroupLossAhead',
    hold: '',
    severity: 'critical',
    threshold: '1h',
    annotations: {
      summary: `Group ${GROUP} will lose unread records in ${TIME}.`,
      summary_ko: `컨슈머 그룹 ${GROUP}이(가) ${TIME} 뒤에 읽지 않은 레코드를 잃게 됩니다.`,
    },
  },
  outlier: {
    name: 'Outlier',
    hold: '5m',
    severity: 'warning',
    threshold: '3.5',
    annotations: {
      summary: 'One stands out above its peers (score {{ $value | humanize }}): {{ $labels }}',
      summary_ko: '비슷한 대상들보다 값이 두드러지게 높습니다(점수 {{ $value | humanize }}): {{ $labels }}',
    },
  },
  underReplicated: {
    name: 'UnderReplicatedPartitions',
    hold: '1m',
    severity: 'critical',
    threshold: '0',
    annotations: {
      summary: 'Topic {{ $labels.topic }} has {{ $value }} under-replicated partitions.',
      summary_ko: '토픽 {{ $labels.topic }}에 복제가 부족한 파티션이 {{ $value }}개 있습니다.',
    },
  },
  free: { name: '', hold: '1m', severity: 'warning', threshold: '', annotations: { summary: '', summary_ko: '' } },
};
