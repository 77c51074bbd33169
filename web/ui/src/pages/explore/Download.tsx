import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ValueAnswer, wholeAnswer } from '../../api/promQueries';
import { instantCsv, rangeCsv } from '../../lib/prom/csv';
import type { Result } from '../../lib/prom/reply';
import styles from './explore.module.css';

/** Saves the whole answer as a file; what was cut for the page is asked for again. */
export function Download({ answer, name }: { answer: ValueAnswer; name: string }) {
  const { t } = useTranslation();
  const [error, setError] = useState<string>();
  const save = async (kind: 'csv' | 'json') => {
    setError(undefined);
    try {
      const data = await wholeAnswer(answer, new AbortController().signal);
      offer(kind === 'csv' ? csvOf(data, answer) : jsonOf(data), fileName(name, kind));
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : String(thrown));
    }
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-xs" variant="default" leftSection={<IconDownload size={13} aria-hidden />}>
            {t('query.download')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('csv')}>CSV</Menu.Item>
          <Menu.Item onClick={() => void save('json')}>JSON</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {error !== undefined && (
        <span className={styles.failed} role="alert">
          {t('query.downloadFailed', { error })}
        </span>
      )}
    </>
  );
}

function csvOf(data: Result, answer: ValueAnswer): Blob {
  const text = answer.kind === 'graph' ? rangeCsv(data, answer.grid) : instantCsv(data);
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  return new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' });
}

/** As the API answers, so that what reads its answers reads this file too. */
function jsonOf(data: Result): Blob {
  return new Blob([`${JSON.stringify({ status: 'success', data })}\n`], { type: 'application/json' });
}

function fileName(name: string, kind: string): string {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '');
  return `klamm-explore-${name}-${stamp}Z.${kind}`;
}

function offer(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after this call.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
