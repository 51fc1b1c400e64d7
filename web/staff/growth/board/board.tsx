import { Button } from '@mantine/core';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrowthCaseSummary } from '../../../../domain/contract/growth-responses.ts';
import { useNow } from '../../shared/use-now.ts';
import classes from './board.module.css';
import { CaseCard } from './case-card.tsx';
import { byLane, LANES, type Lane, neighbour } from './lanes.ts';

/** Ended cases pile up: so many are shown before one asks for all. */
const FEW = 6;

/** Screenings by column. Arrows lead from card to card; on a telephone the columns stand one under the other. */
export const Board = ({ cases }: { cases: readonly GrowthCaseSummary[] }) => {
  const board = useRef<HTMLDivElement>(null);
  const lanes = byLane(cases);
  const move = (event: KeyboardEvent): void => {
    const columns = [...(board.current?.querySelectorAll('[data-lane]') ?? [])].map((lane) => [
      ...lane.querySelectorAll<HTMLElement>('[data-card]'),
    ]);
    const focused = document.activeElement;
    const lane = columns.findIndex((cards) => cards.some((card) => card === focused));
    const card = focused instanceof HTMLElement ? (columns[lane]?.indexOf(focused) ?? -1) : -1;
    if (card === -1) return;
    const next = neighbour(
      columns.map(({ length }) => length),
      [lane, card],
      event.key,
    );
    if (next === null) return;
    event.preventDefault();
    columns[next[0]]?.[next[1]]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys add to the links inside, which work without them.
    <div ref={board} className={classes.board} onKeyDown={move}>
      {LANES.map((lane) => (
        <Column key={lane} lane={lane} cases={lanes[lane]} />
      ))}
    </div>
  );
};

const Column = ({ lane, cases }: { lane: Lane; cases: readonly GrowthCaseSummary[] }) => {
  const { t } = useTranslation('staff');
  const now = useNow();
  const title = useId();
  const [all, setAll] = useState(false);
  const shown = all || lane !== 'ended' ? cases : cases.slice(0, FEW);
  return (
    <section className={classes.lane} data-lane={lane} aria-labelledby={title}>
      <h2 id={title} className={classes.laneTitle}>
        {t(`growth.lane.${lane}`)} <span className={classes.count}>{cases.length}</span>
      </h2>
      {cases.length === 0 ? <p className={classes.none}>{t('growth.board.none')}</p> : null}
      <ul className={classes.cards}>
        {shown.map((one) => (
          <li key={one.caseId}>
            <CaseCard growthCase={one} now={now} />
          </li>
        ))}
      </ul>
      {shown.length < cases.length ? (
        <Button variant="subtle" size="sm" onClick={() => setAll(true)}>
          {t('growth.board.all', { count: cases.length })}
        </Button>
      ) : null}
    </section>
  );
};
