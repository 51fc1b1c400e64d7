import { Button, Radio, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import type { JuryCase } from '../../../domain/contract/growth-responses.ts';
import { VOTES } from '../../../domain/jury/session.ts';
import { ANSWER_SCHEMAS } from '../../../domain/task/task.ts';
import { FailureAlert } from '../../feedback/failure-alert.tsx';
import { FreeText } from '../../form/free-text.tsx';
import { useSending } from '../../form/use-sending.ts';
import { formatMoment } from '../../format/dates.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useStaffCall } from '../api/use-staff-call.ts';
import own from '../application/application.module.css';
import { useKeptDraft } from '../shared/kept-draft.ts';
import { Section } from '../shared/section.tsx';
import { VoteBadge } from './vote-badge.tsx';

const Typed = z.object({ vote: z.enum(VOTES).nullable(), comment: z.string() });
type Typed = z.infer<typeof Typed>;
const NOTHING: Typed = { vote: null, comment: '' };

/** The vote, with why. Nothing is chosen beforehand; what is typed is kept until it is sent; a vote is not changed. */
export const VotePanel = ({ candidate }: { candidate: JuryCase }) => {
  const { t } = useTranslation('staff');
  const call = useStaffCall();
  const cache = useQueryClient();
  const { taskId, mayAskMore, vote } = candidate;
  const [typed, setTyped, forget] = useKeptDraft(`vote.${taskId}`, Typed, NOTHING);
  const sending = useSending({
    schema: ANSWER_SCHEMAS['jury-vote'],
    send: (body, idempotencyKey) => call('AnswerStaffTask', { params: { id: taskId ?? '' }, body, idempotencyKey }),
    onDone: () => {
      forget();
      return cache.invalidateQueries({ queryKey: ['staff'] });
    },
  });
  const change = (part: Partial<Typed>): void => {
    for (const field of Object.keys(part)) sending.drop(field);
    setTyped({ ...typed, ...part });
  };
  const choices = VOTES.filter((one) => one !== 'ask-more' || mayAskMore);
  const missing = sending.errorAt('vote');
  return (
    <Section title={vote === null ? t('jury.voting.title') : t('jury.voting.tie')}>
      <form
        ref={sending.form}
        noValidate
        onSubmit={sending.submit({ vote: typed.vote ?? undefined, conflict: false, comment: typed.comment })}
      >
        <Stack>
          <Text c="dimmed">{vote === null ? t('jury.voting.text') : t('jury.voting.tieText')}</Text>
          <Radio.Group
            label={t('jury.voting.legend')}
            value={typed.vote}
            error={missing !== undefined && typed.vote === null ? t('jury.voting.missing') : missing}
            onChange={(choice) => change({ vote: VOTES.find((one) => one === choice) ?? null })}
          >
            <Stack gap="xs" mt="xs">
              {choices.map((one) => (
                <div key={one} className={own.option}>
                  <Radio value={one} label={t(`jury.vote.${one}`)} description={t(`jury.voteHelp.${one}`)} />
                </div>
              ))}
            </Stack>
          </Radio.Group>
          <FreeText
            label={t(typed.vote === 'ask-more' ? 'jury.voting.question' : 'jury.voting.comment')}
            description={t(typed.vote === 'ask-more' ? 'jury.voting.questionHelp' : 'jury.voting.commentHelp')}
            minRows={3}
            maxRows={12}
            maxLength={2000}
            aria-required
            value={typed.comment}
            error={sending.errorAt('comment')}
            onType={(value) => change({ comment: value })}
          />
          {sending.failure === null ? null : <FailureAlert error={sending.failure} />}
          <Button type="submit" loading={sending.pending}>
            {t('jury.voting.send')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
};

/** The juror's own vote, once it is cast. */
export const VoteCast = ({ vote }: { vote: NonNullable<JuryCase['vote']> }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  return (
    <Section title={t('jury.cast.title')}>
      <div role="status">
        <VoteBadge vote={vote.vote} />
        <blockquote className={own.quote}>{vote.comment}</blockquote>
        <Text size="sm" c="dimmed" mt="sm">
          {t('jury.cast.text', { moment: formatMoment(vote.at, language) })}
        </Text>
      </div>
    </Section>
  );
};
