import { IconUserOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupDetail } from '../../api/types';
import { Seconds } from '../../components/durations';
import { Notice } from '../../components/Notice';
import { Panel, Section } from '../../components/Page';
import type { Column } from '../../components/table/column';
import { DataTable } from '../../components/table/DataTable';
import { VerdictBadge } from '../../components/VerdictBadge';
import { Bar, Count, Unknown } from '../../components/values';
import { type Int64, maxInt64, share } from '../../lib/int64';
import { type MemberLag, membersByLag } from '../../lib/members';
import { useFormats } from '../../state/useFormats';
import styles from './groups.module.css';

/** The members, those first that own the most lag. */
export function MembersSection({ detail }: { detail: GroupDetail }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const members = useMemo(() => membersByLag(detail.members, detail.partitions), [detail]);
  const greatest = useMemo(() => maxInt64(members.map(({ lag }) => lag)), [members]);
  const columns = useMemberColumns(greatest);
  return (
    <Section title={t('group.members')} note={count(members.length)}>
      {members.length === 0 ? (
        <Panel>
          <Notice
            icon={<IconUserOff />}
            title={t('group.noMembersTitle')}
            text={t('group.noMembersText')}
            heading="h3"
          />
        </Panel>
      ) : (
        <DataTable
          label={t('group.membersTable')}
          columns={columns}
          total={members.length}
          rowAt={(index) => members[index]}
          keyOf={(row) => row.member.memberId}
          layout="content"
          minWidth={980}
        />
      )}
    </Section>
  );
}

function useMemberColumns(greatest: Int64): readonly Column<MemberLag>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { id: 'client', header: t('group.member'), width: 'minmax(120px, 1fr)', cell: ({ member }) => member.clientId },
      {
        id: 'verdict',
        header: t('verdict.label'),
        help: t('group.memberVerdictHelp'),
        width: 'minmax(122px, 0.7fr)',
        cell: (row) => <VerdictBadge verdict={row.verdict} />,
      },
      {
        id: 'lag',
        header: t('group.ownedLag'),
        width: 'minmax(170px, 1.2fr)',
        align: 'end',
        cell: (row) => (
          <div className={styles.lagCell}>
            <Bar share={share(row.lag ?? 0, greatest)} />
            <span className={styles.lag} data-zero={row.lag === 0}>
              <Count value={row.lag} />
            </span>
          </div>
        ),
      },
      {
        id: 'lagSeconds',
        header: t('group.lagTime'),
        help: t('group.lagTimeHelp'),
        width: 'minmax(104px, 0.7fr)',
        align: 'end',
        cell: (row) => <Seconds value={row.maxLagSeconds} />,
      },
      {
        id: 'memberId',
        header: t('group.memberId'),
        width: 'minmax(180px, 2fr)',
        cell: ({ member }) => (
          <span className="k-mono" title={member.memberId}>
            {member.memberId}
          </span>
        ),
      },
      {
        id: 'instance',
        header: t('group.instance'),
        width: 'minmax(100px, 0.8fr)',
        cell: ({ member }) => member.instanceId ?? <Unknown />,
      },
      {
        id: 'host',
        header: t('group.host'),
        width: 'minmax(110px, 0.8fr)',
        cell: ({ member }) => <span className="k-num">{member.host}</span>,
      },
      {
        id: 'assigned',
        header: t('group.assigned'),
        width: 'minmax(140px, 0.7fr)',
        align: 'end',
        cell: ({ member }) => <Count value={member.partitions} />,
      },
    ],
    [t, greatest],
  );
}
