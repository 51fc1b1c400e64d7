import { ANTENNA_CODES, ANTENNA_NAMES } from '../../domain/antenna/antenna.ts';
import { MEMBER_STATUSES } from '../../domain/member/status.ts';
import type { Facts, MemberFact } from '../facts/facts.ts';
import { both, count, day, euros, html, monthName, roundEuros, type Said, share, textIn } from './bilingual.ts';
import { figure } from './charts.ts';
import { byWeek, cumulated, monthsOf, sum, weeksOf } from './series.ts';
import { APPLICATION_STATUSES, CHECKS, COLORS, MAIL_GROUPS, OTHER_MAILS, PENDING, STATUSES, WORK } from './words.ts';

const TOTAL: Said = { fr: 'Total', en: 'Total' };

/** A table: heads, rows of a name and numbers, and perhaps their total. */
export const table = (heads: readonly Said[], rows: readonly (readonly Said[])[], total?: readonly Said[]): string => {
  const cell = (said: Said, place: number, tag: 'td' | 'th') =>
    place === 0 ? `<th scope="row">${html(said)}</th>` : `<${tag} class="number">${html(said)}</${tag}>`;
  const head = heads.map((said, place) => `<th scope="col"${place === 0 ? '' : ' class="number"'}>${html(said)}</th>`);
  const body = rows.map((row) => `<tr>${row.map((said, place) => cell(said, place, 'td')).join('')}</tr>`);
  const foot =
    total === undefined
      ? ''
      : `<tfoot><tr>${total.map((said, place) => cell(said, place, 'td')).join('')}</tr></tfoot>`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="Tableau · Table"><table><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody>${foot}</table></div>`;
};

const card = (title: Said, content: string): string =>
  `<section class="card"><h3>${html(title)}</h3>${content}</section>`;

/** How a member stood at the end of a day; null when it was none yet. */
export const standingOn = (
  { standings }: Pick<MemberFact, 'standings'>,
  on: string,
): MemberFact['standings'][number] | null => standings.findLast((standing) => standing.on <= on) ?? null;

const isMember = (member: MemberFact, on: string): boolean => {
  const standing = standingOn(member, on)?.standing;
  return standing === 'member' || standing === 'suspended';
};

/** How many members there were at the end of a day. */
export const membersOn = ({ members }: Facts, on: string): number => members.filter((one) => isMember(one, on)).length;

export const checks = ({ checks: all }: Facts): string => {
  const rows = all.map(({ name, looked, failures }) => {
    const verdict: Said = failures.length === 0 ? { fr: 'Tenu', en: 'Held' } : { fr: 'Manqué', en: 'Failed' };
    const list = failures.slice(0, 10).map((failure) => `<li>${html(failure)}</li>`);
    const failed = failures.length === 0 ? '' : `<ul class="failures">${list.join('')}</ul>`;
    const mark = failures.length === 0 ? '✓' : '✗';
    return `<tr><th scope="row">${html(CHECKS[name] ?? name)}${failed}</th><td class="number">${html(count(looked))}</td><td><span class="${failures.length === 0 ? 'ok' : 'fault'}">${mark} ${html(verdict)}</span></td></tr>`;
  });
  const heads = [
    { fr: 'Ce qui doit tenir, quoi qu’il arrive', en: 'What must hold, whatever happens' },
    { fr: 'Examinés', en: 'Looked at' },
    { fr: 'Verdict', en: 'Verdict' },
  ].map((said, place) => `<th scope="col"${place === 1 ? ' class="number"' : ''}>${html(said)}</th>`);
  return `<div class="card"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
};

export const members = (facts: Facts): string => {
  const { firstDay, settings } = facts;
  const weeks = weeksOf(firstDay, settings.to);
  const sundays = weeks.map((monday, week) => weeks[week + 1] ?? (settings.to > monday ? settings.to : monday));
  const at = (antenna: string) =>
    sundays.map(
      (on) => facts.members.filter((one) => isMember(one, on) && standingOn(one, on)?.antenna === antenna).length,
    );
  const chart = figure('areas', {
    id: 'members',
    title: { fr: 'Membres par antenne', en: 'Members by antenna' },
    caption: {
      fr: 'Adhésions en cours à la fin de chaque semaine, suspendues comprises.',
      en: 'Memberships at the end of each week, suspended ones included.',
    },
    weeks,
    from: settings.from,
    series: ANTENNA_CODES.map((code, place) => ({
      name: ANTENNA_NAMES[code],
      color: COLORS[place] ?? '#000',
      values: at(code),
    })),
    write: count,
  });
  const rows = MEMBER_STATUSES.map((status) => [
    STATUSES[status] ?? status,
    ...ANTENNA_CODES.map((code) =>
      count(facts.members.filter((one) => one.status === status && one.antenna === code).length),
    ),
    count(facts.members.filter((one) => one.status === status).length),
  ]);
  const heads = [
    { fr: 'Au dernier jour', en: 'On the last day' },
    ...ANTENNA_CODES.map((code) => ANTENNA_NAMES[code]),
    TOTAL,
  ];
  return chart + card({ fr: 'Où en sont les membres', en: 'Where members stand' }, table(heads, rows));
};

export const dues = (facts: Facts): string => {
  const { firstDay, settings, money, invoices } = facts;
  const weeks = weeksOf(firstDay, settings.to);
  const of = (kind: string) =>
    cumulated(
      byWeek(
        weeks,
        money.filter((one) => one.kind === kind),
        ({ on }) => on,
        ({ cents }) => cents,
      ),
    );
  const chart = figure('lines', {
    id: 'dues',
    title: { fr: 'Cotisations facturées et encaissées', en: 'Dues invoiced and received' },
    caption: { fr: 'Cumul depuis le premier jour joué.', en: 'Running totals since the first day played.' },
    weeks,
    from: settings.from,
    series: [
      { name: { fr: 'Facturé', en: 'Invoiced' }, color: COLORS[0], values: of('invoiced') },
      { name: { fr: 'Encaissé', en: 'Received' }, color: COLORS[1], values: of('received') },
      { name: { fr: 'Crédité par avoirs', en: 'Credited' }, color: COLORS[2], values: of('credited') },
    ],
    write: roundEuros,
  });
  const row = (name: Said, list: Facts['invoices']): Said[] => {
    const total = sum(list.map(({ totalCents, creditedCents }) => totalCents - creditedCents));
    const paid = sum(list.map(({ paidCents }) => paidCents));
    return [
      name,
      count(list.length),
      euros(sum(list.map(({ totalCents }) => totalCents))),
      euros(paid),
      euros(sum(list.map(({ creditedCents }) => creditedCents))),
      euros(sum(list.map(({ waivedCents }) => waivedCents))),
      euros(sum(list.map(({ openCents }) => openCents))),
      share(total === 0 ? 0 : paid / total),
    ];
  };
  const heads: Said[] = [
    { fr: 'Année', en: 'Year' },
    { fr: 'Factures', en: 'Invoices' },
    { fr: 'Facturé', en: 'Invoiced' },
    { fr: 'Payé', en: 'Paid' },
    { fr: 'Avoirs', en: 'Credited' },
    { fr: 'Abandonné', en: 'Waived' },
    { fr: 'Reste dû', en: 'Still owed' },
    { fr: 'Recouvré', en: 'Collected' },
  ];
  const years = [...new Set(invoices.map(({ period }) => period.from.slice(0, 4)))].sort();
  const antennas: Said = { fr: 'Antenne', en: 'Antenna' };
  return [
    chart,
    card(
      { fr: 'Par année d’adhésion', en: 'By membership year' },
      table(
        heads,
        years.map((year) =>
          row(
            year,
            invoices.filter(({ period }) => period.from.startsWith(year)),
          ),
        ),
        row(TOTAL, invoices),
      ),
    ),
    card(
      { fr: 'Par antenne', en: 'By antenna' },
      table(
        [antennas, ...heads.slice(1)],
        ANTENNA_CODES.map((code) =>
          row(
            ANTENNA_NAMES[code],
            invoices.filter(({ antenna }) => antenna === code),
          ),
        ),
        row(TOTAL, invoices),
      ),
    ),
    card(
      { fr: 'Factures émises, mois par mois', en: 'Invoices issued, month by month' },
      table(
        [{ fr: 'Mois', en: 'Month' }, ...heads.slice(1)],
        monthsOf(firstDay, settings.to).map((month) =>
          row(
            monthName(month),
            invoices.filter(({ issuedOn }) => issuedOn.startsWith(month)),
          ),
        ),
      ),
    ),
  ].join('');
};

export const mails = ({ mails: all, firstDay, settings }: Facts): string => {
  const weeks = weeksOf(firstDay, settings.to);
  const grouped = MAIL_GROUPS.flatMap(({ messages }) => messages as readonly string[]);
  const others = all.filter(({ message }) => !grouped.includes(message));
  const groups = [
    ...MAIL_GROUPS.map((group) => ({
      ...group,
      list: all.filter(({ message }) => (group.messages as readonly string[]).includes(message)),
    })),
    ...(others.length === 0 ? [] : [{ ...OTHER_MAILS, list: others }]),
  ];
  const chart = figure('bars', {
    id: 'mails',
    title: { fr: 'Courriels envoyés', en: 'Mails sent' },
    caption: { fr: 'Par semaine, selon leur objet.', en: 'By week, by what they are about.' },
    weeks,
    from: settings.from,
    series: groups.map(({ name, color, list }) => ({ name, color, values: byWeek(weeks, list, ({ on }) => on) })),
    write: count,
  });
  const months = monthsOf(firstDay, settings.to);
  const heads = [{ fr: 'Mois', en: 'Month' }, ...groups.map(({ name }) => name), TOTAL];
  const rows = months.map((month) => {
    const counts = groups.map(({ list }) => list.filter(({ on }) => on.startsWith(month)).length);
    return [monthName(month), ...counts.map(count), count(sum(counts))];
  });
  const totals = groups.map(({ list }) => list.length);
  return (
    chart +
    card(
      { fr: 'Mois par mois', en: 'Month by month' },
      table(heads, rows, [TOTAL, ...totals.map(count), count(sum(totals))]),
    )
  );
};

export const work = ({ work: all, applications, firstDay, settings }: Facts): string => {
  const weeks = weeksOf(firstDay, settings.to);
  const kinds = WORK.filter(({ kind }) => all.some((one) => one.kind === kind));
  const chart = figure('bars', {
    id: 'work',
    title: { fr: 'Travail des équipes', en: 'Work for staff' },
    caption: { fr: 'Questions qui leur sont posées, par semaine.', en: 'Questions they are asked, by week.' },
    weeks,
    from: settings.from,
    series: kinds.map(({ kind, name, color }) => ({
      name,
      color,
      values: byWeek(
        weeks,
        all.filter((one) => one.kind === kind),
        ({ openedOn }) => openedOn,
      ),
    })),
    write: count,
  });
  const staff = ANTENNA_CODES.map((code) => {
    const own = all.filter(({ antenna }) => antenna === code);
    return [
      ANTENNA_NAMES[code],
      ...kinds.map(({ kind }) => count(own.filter((one) => one.kind === kind).length)),
      count(own.filter(({ escalated }) => escalated).length),
    ];
  });
  const outcomes = Object.entries(APPLICATION_STATUSES);
  const ended = outcomes.map(([status]) => status);
  const candidates = ANTENNA_CODES.map((code) => {
    const own = applications.filter(({ antenna }) => antenna === code);
    return [
      ANTENNA_NAMES[code],
      ...outcomes.map(([status]) => count(own.filter((one) => one.status === status).length)),
      count(own.filter(({ status }) => !ended.includes(status)).length),
    ];
  });
  const antenna: Said = { fr: 'Antenne', en: 'Antenna' };
  return [
    chart,
    card(
      { fr: 'Questions par antenne', en: 'Questions by antenna' },
      table(
        [antenna, ...kinds.map(({ name }) => name), { fr: 'Remontées au siège', en: 'Passed up to the head office' }],
        staff,
      ),
    ),
    card(
      { fr: 'Demandes d’adhésion', en: 'Applications' },
      table([antenna, ...outcomes.map(([, name]) => name), PENDING], candidates),
    ),
  ].join('');
};

const tile = (name: Said, value: Said, note: Said): string =>
  `<div class="tile"><dt>${html(name)}</dt><dd>${html(value)}<small>${html(note)}</small></dd></div>`;

export const tiles = (facts: Facts): string => {
  const { settings, money, invoices, mails: sent, work: asked, checks: all } = facts;
  const [before, after] = [membersOn(facts, settings.from), membersOn(facts, settings.to)];
  const moved = (kind: string) =>
    sum(money.filter((one) => one.kind === kind && one.on >= settings.from).map(({ cents }) => cents));
  const open = sum(invoices.map(({ openCents }) => openCents));
  const held = all.filter(({ failures }) => failures.length === 0).length;
  const admitted = facts.applications.filter(({ status }) => status === 'admitted').length;
  return `<dl class="tiles">${[
    tile(
      { fr: 'Membres', en: 'Members' },
      count(after),
      both((language) => {
        const [then, now] = [textIn(day(settings.from), language), textIn(count(before), language)];
        return language === 'fr' ? `${now} au ${then}` : `${now} on ${then}`;
      }),
    ),
    tile(
      { fr: 'Nouveaux membres', en: 'New members' },
      count(admitted),
      both((language) => {
        const n = textIn(count(facts.applications.length), language);
        return language === 'fr' ? `sur ${n} demandes` : `of ${n} applications`;
      }),
    ),
    tile(
      { fr: 'Encaissé', en: 'Received' },
      roundEuros(moved('received')),
      both((language) => {
        const rest = textIn(roundEuros(open), language);
        return language === 'fr' ? `${rest} restent dus` : `${rest} are still owed`;
      }),
    ),
    tile(
      { fr: 'Courriels', en: 'Mails' },
      count(sent.length),
      both((language) => {
        const n = textIn(count(invoices.length), language);
        return language === 'fr' ? `et ${n} factures` : `and ${n} invoices`;
      }),
    ),
    tile(
      { fr: 'Questions aux équipes', en: 'Questions to staff' },
      count(asked.length),
      both((language) => {
        const n = textIn(count(asked.filter(({ escalated }) => escalated).length), language);
        return language === 'fr' ? `dont ${n} remontées au siège` : `${n} passed up to the head office`;
      }),
    ),
    tile({ fr: 'Garanties', en: 'Guarantees' }, `${held} / ${all.length}`, { fr: 'tenues', en: 'held' }),
  ].join('')}</dl>`;
};
