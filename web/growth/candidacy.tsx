import { Button, Group, Modal, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ApplicationStatus } from '../../domain/application/status.ts';
import type { LinkCase, LinkGrowth } from '../../domain/contract/growth-responses.ts';
import { type CaseStage, isEnd } from '../../domain/growth/case.ts';
import { call } from '../api/call.ts';
import { serverNow } from '../api/server-time.ts';
import own from '../application/application.module.css';
import { FailureAlert } from '../feedback/failure-alert.tsx';
import { useAct } from '../form/use-act.ts';
import { formatDay, formatDistance, formatMoment } from '../format/dates.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { AppealForm } from './appeal-form.tsx';
import { CaseDoors } from './case-doors.tsx';
import { Decisions } from './decisions.tsx';
import classes from './growth.module.css';
import { FILE_PATH } from './paths.ts';
import { ProvideMore } from './provide-more.tsx';
import { Questions } from './questions.tsx';
import { useLookAgain } from './use-growth.ts';

/** Where the company's candidacy stands, what it is asked, what was decided and why; or the way to ask for one. */
export const Candidacy = ({ token, growth }: { token: string; growth: LinkGrowth }) => {
  const { t } = useTranslation();
  const { case: latest, notNow, openTasks } = growth;
  const stage = shownStage(growth);
  return (
    <section className={own.status} data-status={toneOf(stage)} aria-labelledby="candidacy-title">
      <p className={own.eyebrow}>{t('growth.case.title')}</p>
      {/* The words change when the stage does, and only then are they spoken. */}
      <div role="status">
        <Title order={2} id="candidacy-title">
          {t(`growth.case.stage.${stage}.title`)}
        </Title>
      </div>
      <p className={own.statusText}>
        {latest === null && notNow === 'not-a-member'
          ? t('growth.case.notMember')
          : t(`growth.case.stage.${stage}.text`)}
      </p>
      {latest === null ? null : <Standing latest={latest} />}
      {openTasks.map((task) =>
        task.kind === 'provide-more' ? (
          <ProvideMore
            key={task.taskId}
            token={token}
            task={task}
            questions={latest?.questions.at(-1)?.questions ?? []}
          />
        ) : null,
      )}
      {latest === null || latest.decisions.length === 0 ? null : <Decisions decisions={latest.decisions} />}
      {openTasks.map((task) =>
        task.kind === 'appeal-decision' ? <AppealForm key={task.taskId} token={token} task={task} /> : null,
      )}
      {latest === null ? null : (
        <Questions questions={latest.questions.filter(({ answeredAt }) => answeredAt !== null)} />
      )}
      {notNow === null ? <Ask token={token} again={latest !== null} /> : null}
      {latest !== null && latest.endedAt === null ? <WithdrawCandidacy token={token} /> : null}
    </section>
  );
};

/** Where a company stands: what its latest case came to, unless it has left the place or the turn that it came to. */
const shownStage = ({ case: latest, participation }: LinkGrowth): CaseStage | 'none' | 'gone' => {
  if (latest === null) return 'none';
  const { stage } = latest;
  const gone = participation === null || participation.exit !== null;
  return gone && (stage === 'enrolled' || stage === 'waiting-list') ? 'gone' : stage;
};

/** The edge of the panel: green where it ended well, grey where it did not, and otherwise under way. */
const toneOf = (stage: CaseStage | 'none' | 'gone'): ApplicationStatus | undefined => {
  if (stage === 'enrolled' || stage === 'waiting-list') return 'admitted';
  if (stage === 'none') return undefined;
  return stage === 'gone' || isEnd(stage) ? 'refused' : undefined;
};

const Standing = ({ latest }: { latest: LinkCase }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { vote, stage, openedAt, endedAt, reason } = latest;
  return (
    <>
      <CaseDoors stage={stage} />
      <dl className={own.waits}>
        <dt>{t('growth.case.opened')}</dt>
        <dd>
          {formatDay(openedAt, language)}, {t(`growth.case.reason.${reason}`)}
        </dd>
        {vote === null ? null : (
          <>
            <dt>{t('growth.case.votes')}</dt>
            <dd>{t('growth.case.voted', { count: vote.voted, seats: vote.seats })}</dd>
            <dt>{t('growth.case.closes')}</dt>
            <dd>
              <time dateTime={vote.closesAt}>{formatMoment(vote.closesAt, language)}</time>{' '}
              <span className={own.distance}>({formatDistance(vote.closesAt, serverNow(), language)})</span>
            </dd>
          </>
        )}
        {endedAt === null ? null : (
          <>
            <dt>{t('growth.case.ended')}</dt>
            <dd>{formatDay(endedAt, language)}</dd>
          </>
        )}
      </dl>
    </>
  );
};

/** The company asks to be screened, with what it has told so far. */
const Ask = ({ token, again }: { token: string; again: boolean }) => {
  const { t } = useTranslation();
  const lookAgain = useLookAgain(token);
  const ask = useAct({ act: () => call('RequestScreening', { link: token }), onSettled: lookAgain });
  return (
    <div className={own.action}>
      <p>{t('growth.case.ask.text')}</p>
      <Group>
        <Button size="lg" color="terracotta.6" loading={ask.pending || ask.done} onClick={ask.run}>
          {t(again ? 'growth.case.ask.again' : 'growth.case.ask.button')}
        </Button>
        <Link href={FILE_PATH} className={classes.link}>
          {t('growth.case.ask.file')}
        </Link>
      </Group>
      {ask.failure === null ? null : <FailureAlert error={ask.failure} onRetry={ask.run} retrying={ask.pending} />}
    </div>
  );
};

const WithdrawCandidacy = ({ token }: { token: string }) => {
  const { t } = useTranslation();
  const lookAgain = useLookAgain(token);
  const [open, { open: ask, close }] = useDisclosure(false);
  const withdraw = useAct({
    act: () => call('WithdrawCandidacy', { link: token }),
    onSuccess: close,
    onSettled: lookAgain,
  });
  return (
    <div className={classes.quiet}>
      <Button variant="subtle" color="red" size="sm" onClick={ask}>
        {t('growth.case.withdraw.button')}
      </Button>
      <Modal
        opened={open}
        onClose={close}
        title={t('growth.case.withdraw.ask')}
        closeButtonProps={{ 'aria-label': t('form.close') }}
      >
        <Text>{t('growth.case.withdraw.consequence')}</Text>
        {withdraw.failure === null ? null : <FailureAlert error={withdraw.failure} />}
        <Group mt="lg">
          <Button color="red" loading={withdraw.pending} onClick={withdraw.run}>
            {t('growth.case.withdraw.confirm')}
          </Button>
          <Button variant="outline" onClick={close}>
            {t('growth.case.withdraw.cancel')}
          </Button>
        </Group>
      </Modal>
    </div>
  );
};
