import type { Juror } from '../../../domain/jury/juror.ts';
import { drawPanel, type PanelRequest } from '../../../domain/jury/panel.ts';
import { voteClosesAt } from '../../../domain/jury/policy.ts';
import type { Session, Vote } from '../../../domain/jury/session.ts';
import { castVote, declare } from '../../../domain/jury/vote.ts';

export const OPENED = '2026-10-05T08:00:00.000Z';

export const juror = (jurorId: string, change: Partial<Juror> = {}): Juror => ({
  jurorId,
  userName: jurorId,
  name: `Juror ${jurorId}`,
  email: `${jurorId}@example.fr`,
  language: 'fr',
  antenna: null,
  role: 'member',
  active: true,
  addedAt: '2026-01-01T00:00:00.000Z',
  removedAt: null,
  revision: 0,
  ...change,
});

/** A chair, four members and two deputies. */
export const JURY: Juror[] = [
  juror('a', { role: 'chair' }),
  ...['b', 'c', 'd', 'e'].map((id) => juror(id)),
  ...['x', 'y'].map((id) => juror(id, { role: 'deputy' })),
];

export const request = (change: Partial<PanelRequest> = {}): PanelRequest => ({
  jurors: JURY,
  antenna: 'STE',
  conflicted: new Set(),
  firstInstance: new Set(),
  load: new Map(),
  ...change,
});

export const session = (change: Partial<PanelRequest> = {}): Session => ({
  number: 1,
  instance: 'first',
  openedAt: OPENED,
  dueAt: voteClosesAt(OPENED),
  panel: drawPanel(request(change)),
  declarations: [],
  votes: [],
  struck: [],
  seatsLost: [],
  remindedAt: null,
  chairAskedAt: null,
  closedAt: null,
  verdict: null,
});

/** A session in which each of these jurors declared no conflict and voted, by the first letter of the vote. */
export const voted = (start: Session, votes: Record<string, Vote['vote']>): Session =>
  Object.entries(votes).reduce((one, [jurorId, vote]) => {
    const declared = declare(one, { jurorId, conflict: false, reason: '', at: OPENED }).session;
    return castVote(declared, { jurorId, vote, comment: 'Parce que.', at: OPENED }, 2);
  }, start);
