import { type RefObject, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type uPlot from 'uplot';
import { type Drawing, nearestAt, type Pointed, valuesAt } from '../../../lib/prom/drawing';
import type { TooltipMode } from '../../../lib/prom/exploreState';
import { type Naming, seriesText } from '../../../lib/prom/labels';
import { shortNumber } from '../../../lib/prom/numbers';
import { momentText } from '../../../lib/prom/timeAxis';
import type { Zone } from '../../../lib/prom/zone';
import { useFormats } from '../../../state/useFormats';
import { useLocale } from '../../../state/useLocale';
import type { Hover, HoverStore } from './hover';
import styles from './plot.module.css';
import { Swatch } from './Swatch';

/** Lines that a tooltip lists before it says how many more there are. */
const MOST = 16;

interface Props {
  readonly hover: HoverStore;
  readonly plot: RefObject<uPlot | undefined>;
  readonly drawing: Drawing;
  readonly naming: Naming;
  readonly zone: Zone;
  readonly mode: TooltipMode;
}

/** What the lines say at the moment that somebody points at: all of them, or the nearest. */
export function Tooltip({ hover: store, plot, drawing, naming, zone, mode }: Props) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const hover = useSyncExternalStore(store.subscribe, store.get);
  const time = hover && drawing.times[hover.index];
  const locale = useLocale();
  const all = hover === undefined ? [] : pointedAt(hover, plot.current, drawing, mode);
  if (hover === undefined || time === undefined) return <div role="status" className="k-sr" />;
  const { current } = plot;
  const width = current?.over.clientWidth ?? 0;
  const offset = current?.over.offsetLeft ?? 0;
  const toLeft = hover.left > width / 2;
  const style = toLeft
    ? { right: `calc(100% - ${offset + hover.left - 14}px)` }
    : { left: `${offset + hover.left + 14}px` };
  const nameOf = mode === 'single' ? seriesText : naming.nameOf;
  return (
    <>
      <div className={styles.tooltip} style={style} aria-hidden>
        <p className={styles.moment}>{momentText(time * 1000, zone, locale)}</p>
        {all.slice(0, MOST).map(({ drawn, value }) => (
          <p key={drawn.line.id} className={styles.entry} data-single={mode === 'single'}>
            <Swatch stroke={drawn.stroke} />
            <span className={styles.entryName}>{nameOf(drawn.line.labels)}</span>
            <span className={styles.entryValue}>{shortNumber(value, locale)}</span>
          </p>
        ))}
        {all.length > MOST && <p className={styles.more}>{t('plot.more', { formatted: count(all.length - MOST) })}</p>}
        {all.length === 0 && <p className={styles.more}>{t('plot.nothingHere')}</p>}
      </div>
      <div role="status" className="k-sr">
        {hover.byKey &&
          [
            momentText(time * 1000, zone, locale),
            ...all.slice(0, 5).map(({ drawn, value }) => `${nameOf(drawn.line.labels)}: ${shortNumber(value, locale)}`),
          ].join('. ')}
      </div>
    </>
  );
}

function pointedAt(hover: Hover, plot: uPlot | undefined, drawing: Drawing, mode: TooltipMode): readonly Pointed[] {
  if (mode === 'all' || plot === undefined) return valuesAt(drawing, hover.index);
  const nearest = nearestAt(drawing, hover.index, hover.top, (value) => plot.valToPos(value, 'y'));
  return nearest === undefined ? [] : [nearest];
}
