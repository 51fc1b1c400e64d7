import { Anchor, Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatNumber } from '../../format/numbers.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { Page } from '../../layout/page.tsx';
import { useStaffList } from '../api/use-staff-call.ts';
import { ListFrame } from '../applications/list-frame.tsx';
import { MAILINGS_PATH, newMailingAddress } from '../mailings/paths.ts';
import { answersTasks } from '../session/person.ts';
import { useSignedIn } from '../session/session-context.ts';
import { ColumnsMenu } from './directory/columns-menu.tsx';
import classes from './directory/directory.module.css';
import { ExportButtons } from './directory/export-buttons.tsx';
import { FilterBar } from './directory/filter-bar.tsx';
import { MemberTable } from './directory/member-table.tsx';
import { useDirectory } from './directory/use-directory.ts';
import { isFiltered, listQuery } from './directory/view.ts';
import { ViewsBar } from './directory/views-bar.tsx';

/** The members' directory. */
export default function MembersPage() {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { person } = useSignedIn();
  const { view, show } = useDirectory();
  const list = useStaffList('ListMembers', listQuery(view));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages.at(-1)?.total ?? items.length;
  return (
    <Page width="wide" title={t('members.title')}>
      <ViewsBar view={view} />
      <FilterBar view={view} show={show} />
      <div className={classes.toolbar}>
        <p className={classes.count} role="status">
          {list.isSuccess ? t('directory.count', { count: total, members: formatNumber(total, language) }) : ''}
        </p>
        <div className={classes.tools}>
          <ColumnsMenu view={view} show={show} />
          <ExportButtons view={view} />
          {answersTasks(person.groups) ? (
            <>
              <Button
                component={Link}
                href={newMailingAddress(view.filter)}
                leftSection={<IconMail size={18} aria-hidden="true" />}
              >
                {t('mailing.write')}
              </Button>
              <Anchor component={Link} href={MAILINGS_PATH}>
                {t('mailings.title')}
              </Anchor>
            </>
          ) : null}
        </div>
      </div>
      <ListFrame
        list={list}
        count={items.length}
        empty={t(isFiltered(view) ? 'members.empty' : 'directory.none', { returnObjects: true })}
        more={t('members.loadMore')}
      >
        <MemberTable items={items} view={view} show={show} />
      </ListFrame>
    </Page>
  );
}
