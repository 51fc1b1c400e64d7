import { Badge, Button, Checkbox, Group, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankLineToMatch } from '../../../../domain/contract/dues-responses.ts';
import { FailureAlert } from '../../../feedback/failure-alert.tsx';
import { formatDate } from '../../../format/dates.ts';
import { formatCents, formatMoney } from '../../../format/money.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { Quoted } from '../bank/line-table.tsx';
import { useAction } from '../use-action.ts';
import { allocationOf } from './allocation.ts';
import { DismissDialog } from './dismiss-dialog.tsx';
import { type Candidate, InvoiceSearch } from './invoice-search.tsx';
import classes from './queue.module.css';

type Reason = BankLineToMatch['proposals'][number]['reasons'][number];
/** An invoice that a line may pay, why it is proposed, or that a person looked it up. */
type Choice = Candidate & { reasons: readonly Reason[] };

/** A line of the bank and what it may pay: chosen by a person, in their order. @param onDone is given what was done */
export const LineCard = ({ line, onDone }: { line: BankLineToMatch; onDone: (done: string) => void }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const title = useId();
  const [found, setFound] = useState<readonly Candidate[]>([]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [searching, setSearching] = useState(false);
  const [dismissing, setDismissing] = useState(false);
  const amount = formatMoney(line.cents, line.currency, language);
  const payer = line.payer ?? t('bank.noPayer');
  const match = useAction('MatchBankLine', { id: line.lineId }, () => onDone(t('queue.matched', { amount, payer })));
  const choices: Choice[] = [...line.proposals, ...found.map((candidate) => ({ ...candidate, reasons: [] }))];
  // What is chosen and no longer there (settled meanwhile) is out of sight: it is not sent either.
  const picked = chosen.flatMap((number) => choices.find((choice) => choice.number === number) ?? []);
  const toggle = (number: string): void =>
    setChosen(chosen.includes(number) ? chosen.filter((other) => other !== number) : [...chosen, number]);
  const add = (candidate: Candidate): void => {
    if (!choices.some(({ number }) => number === candidate.number)) setFound([...found, candidate]);
    if (!chosen.includes(candidate.number)) setChosen([...chosen, candidate.number]);
    setSearching(false);
  };
  return (
    <article className={classes.card} aria-labelledby={title}>
      <div className={classes.line}>
        <p className={classes.amount}>{amount}</p>
        <h2 className={classes.payer} id={title}>
          {payer}
        </h2>
        <p className={classes.said}>
          <Quoted line={line} />
        </p>
        <p className={classes.small}>{t('queue.bookedOn', { day: formatDate(line.bookedOn, language) })}</p>
        {line.note === '' ? null : <p className={classes.small}>{line.note}</p>}
      </div>
      <div className={classes.choices}>
        <fieldset className={classes.proposals}>
          <legend>{t(choices.length === 0 ? 'queue.noProposal' : 'queue.proposals')}</legend>
          {choices.map((choice) => (
            <Checkbox
              key={choice.number}
              className={classes.proposal}
              checked={chosen.includes(choice.number)}
              onChange={() => toggle(choice.number)}
              label={
                <>
                  <strong>{choice.companyName}</strong> · {choice.number} ·{' '}
                  {t('queue.owes', { amount: formatCents(choice.balanceCents, language) })}
                </>
              }
              description={<Reasons reasons={choice.reasons} />}
            />
          ))}
        </fieldset>
        {searching ? (
          <InvoiceSearch onPick={add} onClose={() => setSearching(false)} />
        ) : (
          <Button variant="subtle" size="sm" className={classes.other} onClick={() => setSearching(true)}>
            {t('queue.other')}
          </Button>
        )}
        <Text role="status" size="sm" className={classes.effect}>
          <Effect cents={line.cents} picked={picked} />
        </Text>
        {match.failure === null ? null : <FailureAlert error={match.failure} />}
        {match.errorAt('numbers') === undefined ? null : (
          <Text role="alert" size="sm" c="red.7">
            {t('queue.chooseOne')}
          </Text>
        )}
        <Group gap="sm">
          <Button
            size="sm"
            loading={match.pending}
            aria-label={t('queue.matchOf', { payer, amount })}
            onClick={() => match.send({ numbers: picked.map(({ number }) => number) })}
          >
            {t('queue.match')}
          </Button>
          <Button
            size="sm"
            variant="default"
            aria-label={t('queue.dismissOf', { payer, amount })}
            onClick={() => setDismissing(true)}
          >
            {t('queue.dismiss.button')}
          </Button>
        </Group>
      </div>
      {dismissing ? (
        <DismissDialog
          line={line}
          onClose={() => setDismissing(false)}
          onDone={() => onDone(t('queue.dismissed', { amount, payer }))}
        />
      ) : null}
    </article>
  );
};

const Reasons = ({ reasons }: { reasons: readonly Reason[] }) => {
  const { t } = useTranslation('staff');
  if (reasons.length === 0) return t('queue.byHand');
  return (
    <span className={classes.reasons}>
      {reasons.map((reason) => (
        <Badge key={reason} component="span" variant="light" color="passage">
          {t(`queue.reason.${reason}`)}
        </Badge>
      ))}
    </span>
  );
};

/** What the choice comes to: what is paid, what stays owed, what is held. */
const Effect = ({ cents, picked }: { cents: number; picked: readonly Candidate[] }) => {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  if (picked.length === 0) return '';
  const { heldCents, leftCents } = allocationOf(cents, picked);
  if (heldCents > 0) return t('queue.effect.over', { amount: formatCents(heldCents, language) });
  if (leftCents > 0) return t('queue.effect.part', { amount: formatCents(leftCents, language) });
  return t('queue.effect.exact');
};
