import { daysBetween, plusDays } from '../../domain/member/period.ts';
import { firstDay } from '../calendar.ts';
import type { Chance } from '../chance.ts';
import type { Settings } from '../settings.ts';
import type { Mail } from '../world/mails.ts';
import type { World } from '../world/world.ts';
import { Agenda } from './agenda.ts';
import { type Company, companyOf, sirenAt } from './companies.ts';
import { CompanyDeeds, settledNumber } from './company-deeds.ts';
import { type Deed, deedsAfter, lifeOf } from './deeds.ts';
import { Staff } from './staff.ts';

/** Applicants a year, for each member. */
const APPLICANTS = 0.14;
/** Days before the end after which nobody applies: what comes of it would not be seen. */
const LAST_APPLICATION = 5;
const YEAR = 365.25;

/** Everybody outside: companies that are members or apply, and the staff who answer. All they do follows from chance. */
export class People {
  /** Members when the year begins. */
  readonly settled: Company[];
  readonly #chance: Chance;
  readonly #agenda = new Agenda();
  readonly #companies: Map<string, Company>;
  readonly #numbers = new Map<string, string>();
  #deeds: CompanyDeeds | null = null;
  #staff: Staff | null = null;

  constructor(settings: Settings, chance: Chance) {
    const { members, from, to } = settings;
    this.#chance = chance;
    const begin = firstDay(from);
    const make = (index: number) => companyOf(chance, index, begin);
    this.settled = Array.from({ length: members }, (_, index) => make(index));
    for (const { siren, index } of this.settled) this.#numbers.set(siren, settledNumber(index));
    const days = daysBetween(from, to);
    const applicants = Array.from({ length: Math.round((members * APPLICANTS * days) / YEAR) }, (_, n) =>
      make(members + n),
    );
    this.#companies = new Map([...this.settled, ...applicants].map((company) => [company.siren, company]));
    const last = Math.max(0, days - LAST_APPLICATION);
    this.#agenda.add([
      ...applicants.map(
        ({ siren }): Deed => ({
          siren,
          on: plusDays(from, chance.between(0, last, 'applies-on', siren)),
          kind: 'apply',
        }),
      ),
      ...[...this.#companies.keys()].flatMap((siren) => lifeOf(chance, siren, begin, to)),
    ]);
  }

  /** How many companies have a membership number. */
  get members(): number {
    return this.#numbers.size;
  }

  /** Begins to act in a world, whose register knows the companies. */
  enter(world: World): void {
    const call: World['call'] = (name, options) => world.call(name, options);
    this.#staff = new Staff(this.#chance, call);
    this.#deeds = new CompanyDeeds({
      chance: this.#chance,
      call,
      company: (siren) => {
        const company = this.#companies.get(siren);
        if (company === undefined) throw new Error(`There is no company ${siren}.`);
        return company;
      },
      numberOf: (siren) => this.#numbers.get(siren) ?? null,
    });
    world.register.add(
      ...[...this.#companies.values()].map(({ siren, form: { company, establishment } }) => ({
        siren,
        name: company.legalName.toLocaleUpperCase('fr'),
        siret: `${siren}00010`,
        communeCode: establishment.communeCode,
        postcode: establishment.postcode,
        activity: '62.01Z',
        activityNaf2025: '62.10Y',
        createdOn: company.foundedOn,
      })),
    );
  }

  /** Reads a mail, and has in mind what follows from it. */
  read(mail: Mail): void {
    const siren = sirenAt(mail.to);
    if (siren === null) return;
    if (mail.message === 'member-admitted') this.#numbers.set(siren, mail.data.memberNumber ?? '');
    this.#agenda.add(deedsAfter(this.#chance, mail));
  }

  /** Does what is to be done on a day: companies first, then those who answer them. @param day a working day */
  async act(day: string): Promise<void> {
    for (const deed of this.#agenda.of(day)) await this.#deeds?.do(deed, day);
    await this.#staff?.work(day);
  }
}
