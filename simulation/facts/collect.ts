import type { AntennaCode } from '../../domain/antenna/antenna.ts';
import { balanceOf } from '../../domain/invoice/receivable.ts';
import { parisDay } from '../../domain/time/paris.ts';
import { listDuesPolicies } from '../../functions/data/dues-policies.ts';
import { firstDay } from '../calendar.ts';
import { sirenAt } from '../people/companies.ts';
import { antennaAt } from '../people/readers.ts';
import type { Settings } from '../settings.ts';
import type { World } from '../world/world.ts';
import { grouped } from './check.ts';
import { checkAll } from './checks.ts';
import { type Dossier, readDossiers } from './dossiers.ts';
import type { Facts, InvoiceFact, MemberFact, MoneyFact, WorkFact } from './facts.ts';
import { readLedger } from './ledger.ts';
import { standingsOf } from './standings.ts';

const antennaOf = ({ membership, application }: Dossier): AntennaCode | null =>
  membership?.member.antenna ?? application.antenna?.code ?? null;
/** The company that applied: a transfer to another one leaves its dossier where it is. */
const sirenOf = ({ application }: Dossier): string => application.form.company.siren;
const nameOf = ({ application }: Dossier): string => application.form.company.legalName;

/** A member that applied anew has one dossier for each time it joined. */
const memberFacts = (dossier: Dossier, all: readonly Dossier[]): MemberFact[] => {
  if (dossier.membership === null) return [];
  const { member, periods } = dossier.membership;
  const own = all.filter(({ application }) => application.memberNumber === member.number);
  return [
    {
      siren: sirenOf(dossier),
      name: nameOf(dossier),
      category: member.company.category,
      antenna: member.antenna,
      status: member.status,
      since: member.since,
      leftOn: member.leftAt === null ? null : parisDay(member.leftAt),
      resignsOn: member.resignation?.effectiveOn ?? null,
      periods,
      standings: standingsOf(own.flatMap(({ timeline }) => timeline)),
    },
  ];
};

const invoiceFacts = (dossier: Dossier): InvoiceFact[] =>
  dossier.receivables.flatMap((owed) => {
    const dues = dossier.dues.find(({ duesId }) => duesId === owed.duesId);
    if (dues === undefined) return [];
    const { issuedOn, dueOn, status, totalCents, paidCents, creditedCents, waivedCents, steps } = owed;
    return [
      {
        siren: sirenOf(dossier),
        name: nameOf(dossier),
        antenna: antennaOf(dossier),
        purpose: dues.purpose,
        period: dues.period,
        issuedOn,
        dueOn,
        status,
        totalCents,
        paidCents,
        creditedCents,
        waivedCents,
        openCents: balanceOf(owed),
        steps: steps.map(({ step, at, skipped = false }) => ({ step, on: parisDay(at), skipped })),
      },
    ];
  });

const MONEY: Partial<Record<string, MoneyFact['kind']>> = {
  'invoice-issued': 'invoiced',
  'payment-received': 'received',
  'credit-held': 'received',
  'credit-note-issued': 'credited',
  'invoice-waived': 'waived',
};

const moneyFacts = (dossier: Dossier): MoneyFact[] =>
  dossier.timeline.flatMap(({ at, happening }) => {
    const kind = MONEY[happening.type];
    if (kind === undefined || !('cents' in happening)) return [];
    return [{ on: parisDay(at), siren: sirenOf(dossier), antenna: antennaOf(dossier), kind, cents: happening.cents }];
  });

const workFacts = (dossier: Dossier): WorkFact[] =>
  dossier.tasks
    .filter(({ audience }) => audience.kind !== 'link')
    .map(({ kind, openedAt, answer, escalatedAt }) => ({
      kind,
      antenna: antennaOf(dossier),
      openedOn: parisDay(openedAt),
      answeredOn: answer === null ? null : parisDay(answer.at),
      escalated: escalatedAt !== null,
    }));

/** By what they say, so that the order of facts is that of no machine. */
const sorted = <T>(facts: T[]): T[] =>
  facts
    .map((fact) => ({ fact, key: JSON.stringify(fact) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ fact }) => fact);

/** Reads what the play came to, and checks it. @param troubles what should not have happened on the way */
export const collectFacts = async (world: World, settings: Settings, troubles: readonly string[]): Promise<Facts> => {
  const dossiers = await readDossiers();
  const antennas = new Map(dossiers.map((dossier) => [sirenOf(dossier), antennaOf(dossier)]));
  const bySiren = grouped(dossiers, sirenOf);
  const ledger = await readLedger(settings);
  const today = parisDay(world.now());
  return {
    settings,
    firstDay: firstDay(settings.from),
    members: dossiers.flatMap((dossier) => memberFacts(dossier, bySiren.get(sirenOf(dossier)) ?? [])),
    applications: dossiers
      .filter(({ application }) => parisDay(application.submittedAt) >= firstDay(settings.from))
      .map((dossier) => ({
        siren: sirenOf(dossier),
        name: nameOf(dossier),
        appliedOn: parisDay(dossier.application.submittedAt),
        status: dossier.application.status,
        antenna: antennaOf(dossier),
      })),
    invoices: sorted(dossiers.flatMap(invoiceFacts)),
    money: sorted(dossiers.flatMap(moneyFacts)),
    mails: sorted(
      world.mails.all.map(({ at, to, message }) => {
        const siren = sirenAt(to);
        return {
          on: parisDay(at),
          siren,
          antenna: siren === null ? antennaAt(to) : (antennas.get(siren) ?? null),
          message,
        };
      }),
    ),
    work: sorted(dossiers.flatMap(workFacts)),
    checks: checkAll({
      dossiers,
      ledger,
      policies: await listDuesPolicies(),
      mails: world.mails.all,
      troubles,
      today,
      now: world.now(),
    }),
  };
};
