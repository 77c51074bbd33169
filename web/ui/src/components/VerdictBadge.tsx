import {
  IconAlertOctagonFilled,
  IconAlertTriangleFilled,
  IconArchive,
  IconBellOff,
  IconCircleCheckFilled,
  IconHelpCircle,
  IconPlayerPauseFilled,
  IconPlayerStopFilled,
  IconPlayerTrackPrevFilled,
  IconTrashXFilled,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../api/types';
import { toneOfVerdict } from '../lib/verdict';
import styles from './VerdictBadge.module.css';
import { Unknown } from './values';

const ICONS: Record<Verdict, TablerIcon> = {
  ok: IconCircleCheckFilled,
  unknown: IconHelpCircle,
  abandoned: IconArchive,
  warn: IconAlertTriangleFilled,
  err: IconAlertOctagonFilled,
  rewind: IconPlayerTrackPrevFilled,
  stall: IconPlayerPauseFilled,
  stop: IconPlayerStopFilled,
  lost: IconTrashXFilled,
};

export function VerdictIcon({ verdict, size }: { verdict: Verdict; size: number }) {
  const Icon = ICONS[verdict];
  return <Icon size={size} aria-hidden />;
}

interface Props {
  /** Undefined for what is not judged. */
  readonly verdict: Verdict | undefined;
  readonly muted?: boolean;
  /** What stands behind the word, such as a number. */
  readonly children?: ReactNode;
}

/** A verdict as an icon of its own and a word, with what it means as its title; the colour only repeats them. */
export function VerdictBadge({ verdict, muted = false, children }: Props) {
  const { t } = useTranslation();
  if (verdict === undefined) return <Unknown reason={t('verdict.none')} />;
  return (
    <span className={styles.badge} data-tone={toneOfVerdict(verdict)} title={t(`verdictHelp.${verdict}`)}>
      <VerdictIcon verdict={verdict} size={13} />
      <span>{t(`verdictWord.${verdict}`)}</span>
      {children}
      {muted && <Muted />}
    </span>
  );
}

function Muted() {
  const { t } = useTranslation();
  return (
    <span className={styles.muted} title={t('verdict.mutedHelp')}>
      <IconBellOff size={13} aria-hidden />
      <span className="k-sr">{t('verdict.muted')}</span>
    </span>
  );
}
