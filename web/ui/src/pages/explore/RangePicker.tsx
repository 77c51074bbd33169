import { Button, Popover, TextInput } from '@mantine/core';
import { IconChevronDown, IconClock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../lib/prom/timeAxis';
import {
  type Bound,
  lastSeconds,
  PRESETS,
  parseBound,
  resolveRange,
  type TimeRange,
  widthToNow,
} from '../../lib/prom/timeRange';
import { civilText, type Zone } from '../../lib/prom/zone';
import { useExploreContext } from '../../state/explore/ExploreContext';
import { useLocale } from '../../state/useLocale';
import styles from './range.module.css';
import { useRangeWords } from './useRangeWords';

/** The range of time: some that end now, or any two ends, typed or picked. */
export function RangePicker() {
  const { t } = useTranslation();
  const { state, change } = useExploreContext();
  const [open, setOpen] = useState(false);
  const text = useRangeText(state.range, state.zone);
  const choose = (range: TimeRange) => {
    change({ range });
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconClock size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={`${t('range.label')}: ${text}`}
          onClick={() => setOpen(!open)}
        >
          <span className="k-num">{text}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles.picker}>
          <Presets chosen={widthToNow(state.range)} choose={choose} />
          <Ends range={state.range} zone={state.zone} choose={choose} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function useRangeText(range: TimeRange, zone: Zone): string {
  const { t } = useTranslation();
  const { last } = useRangeWords();
  const locale = useLocale();
  const width = widthToNow(range);
  if (width !== undefined) return last(width);
  const text = (bound: Bound) => (typeof bound === 'number' ? momentText(bound, zone, locale) : bound);
  return t('range.fromTo', { from: text(range.from), to: text(range.to) });
}

function Presets({ chosen, choose }: { chosen: number | undefined; choose: (range: TimeRange) => void }) {
  const { t } = useTranslation();
  const { last } = useRangeWords();
  return (
    <ul className={styles.presets} aria-label={t('range.presets')}>
      {PRESETS.map((seconds) => (
        <li key={seconds}>
          <button
            type="button"
            className={styles.preset}
            aria-current={seconds === chosen}
            onClick={() => choose(lastSeconds(seconds))}
          >
            {last(seconds)}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface EndsProps {
  readonly range: TimeRange;
  readonly zone: Zone;
  readonly choose: (range: TimeRange) => void;
}

function Ends({ range, zone, choose }: EndsProps) {
  const { t } = useTranslation();
  const written = (bound: Bound) => (typeof bound === 'number' ? civilText(bound, zone) : bound);
  const [from, setFrom] = useState(() => written(range.from));
  const [to, setTo] = useState(() => written(range.to));
  const [errors, setErrors] = useState<{ from?: string; to?: string }>({});
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const ends = { from: parseBound(from, zone), to: parseBound(to, zone) };
    if (ends.from === undefined || ends.to === undefined) {
      const unread = t('range.unread');
      return setErrors({
        ...(ends.from === undefined ? { from: unread } : {}),
        ...(ends.to === undefined ? { to: unread } : {}),
      });
    }
    const chosen = { from: ends.from, to: ends.to };
    if (resolveRange(chosen, Date.now(), zone) === undefined) return setErrors({ to: t('range.reversed') });
    return choose(chosen);
  };
  return (
    <form className={styles.ends} onSubmit={apply} noValidate>
      <End label={t('range.from')} value={from} change={setFrom} error={errors.from} />
      <End label={t('range.to')} value={to} change={setTo} error={errors.to} />
      <p className={styles.hint}>{t('range.hint')}</p>
      <p className={styles.hint}>
        {zone === 'utc'
          ? t('range.inUtc')
          : t('range.inZone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}
      </p>
      <Button type="submit" size="sm">
        {t('range.apply')}
      </Button>
    </form>
  );
}

interface EndProps {
  readonly label: string;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly error: string | undefined;
}

function End({ label, value, change, error }: EndProps) {
  return (
    <TextInput
      label={label}
      value={value}
      error={error}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
