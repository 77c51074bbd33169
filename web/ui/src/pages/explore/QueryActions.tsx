import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconBellPlus,
  IconCopy,
  IconDots,
  IconEye,
  IconEyeOff,
  IconIndentIncrease,
  IconPlayerPlayFilled,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatted } from '../../api/promQueries';
import { newRulePath } from '../../lib/paths';
import { freeName, type QueryState } from '../../lib/prom/exploreState';
import { useFiringCount } from '../../state/alerts/useAlerts';
import { useExploreContext } from '../../state/explore/ExploreContext';
import type { Answering } from '../../state/explore/useAnswer';
import styles from './explore.module.css';

interface Props {
  readonly query: QueryState;
  readonly draft: string;
  readonly setDraft: (text: string) => void;
  readonly run: () => void;
  readonly answering: Answering;
}

/** Beside the editor: ask, switch off, and what is done less often. */
export function QueryActions({ query, draft, setDraft, run, answering }: Props) {
  const { t } = useTranslation();
  const { changeQuery } = useExploreContext();
  const { name, off } = query;
  const dirty = draft !== query.expr;
  return (
    <div className={styles.actions}>
      <Button
        size="sm"
        variant={dirty ? 'filled' : 'default'}
        leftSection={<IconPlayerPlayFilled size={13} aria-hidden />}
        disabled={draft.trim() === '' || (answering.running && !dirty)}
        title={t('query.runHelp')}
        onClick={run}
      >
        {t('query.run')}
      </Button>
      <ActionIcon
        size={36}
        variant="subtle"
        color="gray"
        aria-label={off ? t('query.switchOn', { name }) : t('query.switchOff', { name })}
        title={off ? t('query.switchOn', { name }) : t('query.switchOff', { name })}
        onClick={() => changeQuery(name, { off: !off }, true)}
      >
        {off ? <IconEyeOff size={18} aria-hidden /> : <IconEye size={18} aria-hidden />}
      </ActionIcon>
      <More query={query} draft={draft} setDraft={setDraft} />
    </div>
  );
}

function More({ query, draft, setDraft }: Pick<Props, 'query' | 'draft' | 'setDraft'>) {
  const { t } = useTranslation();
  const { state, change } = useExploreContext();
  const free = freeName(state.queries);
  const alerting = useFiringCount() !== undefined;
  const format = async () => {
    try {
      setDraft(await formatted(draft, AbortSignal.timeout(10_000)));
    } catch {
      // An expression with an error cannot be written differently: the error is underlined as it stands.
    }
  };
  const duplicate = () =>
    free !== undefined &&
    change({
      queries: [...state.queries, { ...query, name: free, expr: draft }].sort((a, b) => (a.name < b.name ? -1 : 1)),
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={36} variant="subtle" color="gray" aria-label={t('query.more', { name: query.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconIndentIncrease size={15} />}
          disabled={draft.trim() === ''}
          onClick={() => void format()}
        >
          {t('query.format')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={15} />} disabled={free === undefined} onClick={duplicate}>
          {t('query.duplicate')}
        </Menu.Item>
        {alerting && draft.trim() !== '' && (
          <Menu.Item
            component={Link}
            to={newRulePath('free', { expr: draft })}
            leftSection={<IconBellPlus size={15} />}
          >
            {t('alerts.onThis')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconTrash size={15} />}
          onClick={() => change({ queries: state.queries.filter(({ name }) => name !== query.name) })}
        >
          {t('query.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
