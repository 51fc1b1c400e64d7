import { describe, expect, it } from '@jest/globals';
import { AntennaCode } from '../../../domain/antenna/antenna.ts';
import { AssignedBy, AssignmentReason } from '../../../domain/antenna/assignment.ts';
import { CompanyForm, Language } from '../../../domain/application/form.ts';
import { ApplicationStatus, ExpiryReason } from '../../../domain/application/status.ts';
import { Category } from '../../../domain/company/category.ts';
import { DuesPurpose } from '../../../domain/dues/dues.ts';
import { ScaleBasis, VatRegime } from '../../../domain/dues/policy.ts';
import { QuoteLineCode } from '../../../domain/dues/quote-line.ts';
import { AbandonReason, CaseStage, ScreeningReason } from '../../../domain/growth/case.ts';
import { Case, Condition, CriterionResult, ScreeningResult, Verdict } from '../../../domain/growth/evaluation.ts';
import { FigureOrigin } from '../../../domain/growth/figures.ts';
import { CriterionName, CriterionRole } from '../../../domain/growth/policy.ts';
import { InvoiceKind } from '../../../domain/invoice/invoice.ts';
import { ReceivableStatus } from '../../../domain/invoice/receivable.ts';
import { ReviewDecision } from '../../../domain/joining/steps.ts';
import { Session, VerdictKind, VOTES } from '../../../domain/jury/session.ts';
import { JournalCode } from '../../../domain/ledger/entry.ts';
import { ContactRole } from '../../../domain/member/contact.ts';
import { MemberStatus } from '../../../domain/member/status.ts';
import { PaymentMethod } from '../../../domain/payment/payment.ts';
import { RegisterAnswer } from '../../../domain/register/register.ts';
import { Opened } from '../../../domain/rights/access.ts';
import type { Section } from '../../../domain/rights/export.ts';
import { Actor, Audience, TaskKind, TaskStatus } from '../../../domain/task/task.ts';
import { wordOf } from '../../../web/rights/written.ts';
import { en } from '../../../web/text/en/index.ts';
import { fr } from '../../../web/text/fr/index.ts';

/** Every code that stands in an export, by the part and the field it stands in. */
const CODES: [Section, string, readonly string[]][] = [
  ['application', 'status', ApplicationStatus.options],
  ['application', 'expiryReason', ExpiryReason.options],
  ['application', 'category', Category.options],
  ['application', 'language', Language.options],
  ['application', 'nomenclature', CompanyForm.shape.activity.shape.nomenclature.options],
  ['application', 'preferredAntenna', AntennaCode.options],
  ['application', 'proposed', AntennaCode.options],
  ['application', 'candidates', AntennaCode.options],
  ['application', 'code', [...AntennaCode.options, ...AssignmentReason.shape.code.options]],
  ['application', 'assignedBy', AssignedBy.options],
  ['application', 'result', RegisterAnswer.options.map(({ shape }) => shape.result.value)],
  ['member', 'status', MemberStatus.options],
  ['member', 'antenna', AntennaCode.options],
  ['member', 'roles', ContactRole.options],
  ['tasks', 'status', TaskStatus.options],
  [
    'tasks',
    'kind',
    [
      ...TaskKind.options,
      ...Audience.options.map(({ shape }) => shape.kind.value),
      ...Actor.options.map(({ shape }) => shape.kind.value),
    ],
  ],
  ['tasks', 'antennas', AntennaCode.options],
  ['tasks', 'decision', ReviewDecision.options],
  ['growth', 'origin', FigureOrigin.options],
  ['screenings', 'stage', CaseStage.options],
  ['screenings', 'reason', [...ScreeningReason.options, ...AbandonReason.options]],
  ['screenings', 'result', ScreeningResult.options],
  ['screenings', 'criterion', CriterionName.options],
  ['screenings', 'role', CriterionRole.options],
  ['screenings', 'verdict', [...Verdict.options, ...VerdictKind.options]],
  ['screenings', 'case', Case.options],
  ['screenings', 'measure', CriterionResult.shape.measure.options],
  ['screenings', 'name', Condition.shape.name.options],
  ['screenings', 'vote', VOTES],
  ['screenings', 'instance', Session.shape.instance.options],
  ['dues', 'purpose', DuesPurpose.options],
  ['dues', 'basis', ScaleBasis.options],
  ['dues', 'code', QuoteLineCode.options],
  ['dues', 'regime', VatRegime.options],
  ['invoices', 'kind', InvoiceKind.options],
  ['receivables', 'status', ReceivableStatus.options],
  ['payments', 'method', PaymentMethod.options],
  ['ledger', 'journal', JournalCode.options],
  ['access', 'opened', Opened.options],
];

describe.each([
  ['fr', fr.rights.code],
  ['en', en.rights.code],
])('the codes of an export, in %s', (_, codes) => {
  it.each(CODES)('have words each in %s: %s', (section, field, values) => {
    expect(values.length).toBeGreaterThan(1);
    // A word begins with a capital; a code of the program does not, but for those of antennas and journals.
    const bare = values.filter((code) => {
      const word = wordOf(codes, section, field, code);
      return word === code || !/^\p{Lu}/u.test(word);
    });
    expect(bare).toEqual([]);
  });

  it('stay as they are where nothing is known of them, and so does what somebody wrote', () => {
    expect(wordOf(codes, 'payments', 'method', 'barter')).toBe('barter');
    expect(wordOf(codes, 'application', 'legalName', 'company')).toBe('company');
    expect(wordOf(codes, 'tasks', 'toString', 'constructor')).toBe('constructor');
  });

  it('mean what their part of the export says', () => {
    expect(wordOf(codes, 'tasks', 'status', 'open')).not.toBe(wordOf(codes, 'receivables', 'status', 'open'));
  });
});
