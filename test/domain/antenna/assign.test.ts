import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ANTENNA_CODES, type AntennaCode } from '../../../domain/antenna/antenna.ts';
import { proposeAntenna } from '../../../domain/antenna/assign.ts';
import { AntennaProposal } from '../../../domain/antenna/assignment.ts';
import { ANTENNA_POLICIES, type AntennaPolicy, policyAt } from '../../../domain/antenna/policy.ts';
import { HOME_REGION } from '../../../domain/geography/commune.ts';
import { allCommunes, findCommune } from '../../../functions/data/communes.ts';

const communes = allCommunes();
const on = '2026-06-01';
const commune = (code: string) => {
  const found = findCommune(code);
  if (found === null) throw new Error(`no commune ${code}`);
  return found;
};
const ask = (code: string, preferredAntenna: AntennaCode | null = null) =>
  proposeAntenna({ commune: commune(code), preferredAntenna, alreadyChosen: null, on });
const codes = (proposal: AntennaProposal) => proposal.reasons.map((reason) => reason.code);

/** The table of the cluster, typed again from its description to check the policy by. */
const REGION: Record<string, AntennaCode> = {
  '01': 'LYO',
  '69': 'LYO',
  '42': 'STE',
  '43': 'STE',
  '38': 'GRE',
  '63': 'CLE',
  '03': 'CLE',
  '15': 'CLE',
  '26': 'VAL',
  '07': 'VAL',
  '73': 'ANN',
  '74': 'ANN',
};
const CONTESTED: Record<string, AntennaCode[]> = {
  '200077014': ['LYO', 'GRE'],
  '243800604': ['LYO', 'GRE'],
  '200072015': ['STE', 'VAL'],
  '240100750': ['LYO', 'ANN'],
};

describe('the antenna rule over the whole region', () => {
  const proposals = communes
    .filter((c) => c.region === HOME_REGION)
    .map((c) => ({ c, proposal: proposeAntenna({ commune: c, preferredAntenna: null, alreadyChosen: null, on }) }));

  it('places every commune outside the contested EPCI by its département, clear cut', () => {
    const clear = proposals.filter(({ c }) => !(c.epci && c.epci.code in CONTESTED));
    expect(clear.length).toBe(4025 + 9 - 30 - 22 - 29 - 27);
    for (const { c, proposal } of clear) {
      const antenna = REGION[c.departement];
      expect(proposal).toMatchObject({ clearCut: true, proposed: antenna, candidates: [antenna] });
    }
  });

  it('asks staff in every commune of the contested EPCI, and proposes the antenna of the département', () => {
    const contested = proposals.filter(({ c }) => c.epci && c.epci.code in CONTESTED);
    expect(contested.length).toBe(30 + 22 + 29 + 27);
    for (const { c, proposal } of contested) {
      const expected = CONTESTED[c.epci?.code ?? ''];
      expect(proposal).toMatchObject({ clearCut: false, proposed: REGION[c.departement], candidates: expected });
      expect(codes(proposal)).toEqual(['contested-epci', 'departement']);
    }
  });
});

describe('the antenna rule', () => {
  it.each<[string, AntennaCode, string]>([
    ['69266', 'LYO', 'Villeurbanne'],
    ['69383', 'LYO', 'Lyon 3e'],
    ['69123', 'LYO', 'Lyon'],
    ['42218', 'STE', 'Saint-Étienne'],
    ['42187', 'STE', 'Roanne'],
    ['43157', 'STE', 'Le Puy-en-Velay'],
    ['38185', 'GRE', 'Grenoble'],
    ['63113', 'CLE', 'Clermont-Ferrand'],
    ['03190', 'CLE', 'Moulins'],
    ['15014', 'CLE', 'Aurillac'],
    ['26362', 'VAL', 'Valence'],
    ['07186', 'VAL', 'Privas'],
    ['74010', 'ANN', 'Annecy'],
    ['73065', 'ANN', 'Chambéry'],
    ['01053', 'LYO', 'Bourg-en-Bresse'],
    ['71270', 'LYO', 'Mâcon'],
    ['48095', 'STE', 'Mende'],
    ['05061', 'GRE', 'Gap'],
    ['04070', 'GRE', 'Digne-les-Bains'],
    ['84007', 'VAL', 'Avignon'],
    ['30189', 'VAL', 'Nîmes'],
    ['58194', 'CLE', 'Nevers'],
  ])('places %s in %s, clear cut (%s)', (code, antenna, _name) => {
    expect(ask(code)).toMatchObject({ clearCut: true, proposed: antenna, candidates: [antenna] });
  });

  it.each<[string, AntennaCode[], AntennaCode, string]>([
    ['38544', ['LYO', 'GRE'], 'GRE', 'Vienne'],
    ['69064', ['LYO', 'GRE'], 'LYO', 'Condrieu'],
    ['38053', ['LYO', 'GRE'], 'GRE', 'Bourgoin-Jallieu'],
    ['07010', ['STE', 'VAL'], 'VAL', 'Annonay'],
    ['01173', ['LYO', 'ANN'], 'LYO', 'Gex'],
    ['39300', ['LYO', 'ANN'], 'LYO', 'Lons-le-Saunier'],
    ['75101', [...ANTENNA_CODES], 'LYO', 'Paris 1er'],
    ['97411', [...ANTENNA_CODES], 'LYO', 'Saint-Denis (La Réunion)'],
    ['98818', [...ANTENNA_CODES], 'LYO', 'Nouméa'],
  ])('asks staff for %s between %s, %s standing (%s)', (code, candidates, proposed, _name) => {
    expect(ask(code)).toMatchObject({ clearCut: false, candidates, proposed });
  });

  it('says why, with names to show', () => {
    expect(ask('38544').reasons).toEqual([
      {
        code: 'contested-epci',
        params: { epci: '200077014', epciName: 'CA Vienne Condrieu', candidates: 'Lyon, Grenoble' },
      },
      { code: 'departement', params: { departement: '38', antenna: 'Grenoble' } },
    ]);
    expect(ask('71270').reasons).toEqual([
      { code: 'outside-region-neighbour', params: { departement: '71', candidates: 'Lyon' } },
    ]);
    expect(codes(ask('33063'))).toEqual(['outside-region-elsewhere']);
  });

  it('listens to a preference among candidates', () => {
    const proposal = ask('38544', 'LYO');
    expect(proposal).toMatchObject({ clearCut: false, proposed: 'LYO' });
    expect(codes(proposal)).toContain('preference-among-candidates');
  });

  it('does not listen to one outside of the candidates, and says so', () => {
    for (const [code, preferred, stands] of [
      ['38544', 'CLE', 'GRE'],
      ['42218', 'LYO', 'STE'],
    ] as const) {
      const proposal = ask(code, preferred);
      expect(proposal.proposed).toBe(stands);
      expect(codes(proposal)).toContain('preference-not-candidate');
    }
    expect(ask('42218', 'LYO').clearCut).toBe(true);
  });

  it('lets a choice stand for the same commune, and asks again for another', () => {
    const again = (communeCode: string) =>
      proposeAntenna({
        commune: commune('38544'),
        preferredAntenna: 'GRE',
        alreadyChosen: { code: 'LYO', communeCode },
        on,
      });
    expect(again('38544')).toMatchObject({ clearCut: true, proposed: 'LYO', candidates: ['LYO', 'GRE'] });
    expect(codes(again('38544'))[0]).toBe('already-chosen');
    expect(again('38053')).toMatchObject({ clearCut: false, proposed: 'GRE' });
  });

  it('lets the first candidate stand in a contested EPCI that the antenna of the département does not claim', () => {
    const claimed: AntennaPolicy = {
      ...policyAt(on),
      contested: [{ epci: '200077014', name: 'CA Vienne Condrieu', candidates: ['STE', 'LYO'] }],
    };
    const proposal = proposeAntenna({ commune: commune('38544'), preferredAntenna: null, alreadyChosen: null, on }, [
      claimed,
    ]);
    expect(proposal).toMatchObject({ clearCut: false, proposed: 'STE', candidates: ['STE', 'LYO'] });
    expect(codes(proposal)).toEqual(['contested-epci']);
  });

  it('goes by the version in force on the day', () => {
    const later: AntennaPolicy = {
      ...policyAt(on),
      version: 'later',
      from: '2027-01-01',
      departements: { ...policyAt(on).departements, STE: ['42'], CLE: ['63', '03', '15', '43'] },
    };
    const inPuy = (day: string) =>
      proposeAntenna({ commune: commune('43157'), preferredAntenna: null, alreadyChosen: null, on: day }, [
        later,
        ...ANTENNA_POLICIES,
      ]);
    expect(inPuy('2026-12-31')).toMatchObject({ proposed: 'STE', policyVersion: '2017-01' });
    expect(inPuy('2027-01-01')).toMatchObject({ proposed: 'CLE', policyVersion: 'later' });
    expect(() => inPuy('2016-12-31')).toThrow(RangeError);
  });
});

describe('the antenna rule, whatever the commune of France', () => {
  /** What must hold of any answer: what is proposed and what is explained never disagree. */
  const sound = (proposal: AntennaProposal) =>
    proposal.candidates.includes(proposal.proposed) &&
    new Set(proposal.candidates).size === proposal.candidates.length &&
    proposal.clearCut === (proposal.candidates.length === 1 || codes(proposal).includes('already-chosen')) &&
    codes(proposal).filter((c) => c === 'contested-epci' || c.startsWith('outside')).length <= 1 &&
    codes(proposal).includes('contested-epci') === (proposal.inputs.epci !== null && proposal.inputs.epci in CONTESTED);

  it('answers for every one, soundly', () => {
    const unsound = communes.filter(
      (c) => !sound(proposeAntenna({ commune: c, preferredAntenna: null, alreadyChosen: null, on })),
    );
    expect(unsound).toEqual([]);
  });

  const preference = fc.constantFrom(null, ...ANTENNA_CODES);
  const question = fc.record({
    commune: fc.constantFrom(...communes),
    preferredAntenna: preference,
    alreadyChosen: fc.option(
      fc.record({
        code: fc.constantFrom(...ANTENNA_CODES),
        communeCode: fc.constantFrom(...communes).map((c) => c.code),
      }),
    ),
    on: fc.constantFrom('2017-01-01', '2026-06-01', '2031-12-31'),
  });

  it('answers soundly, the same each time, in the shape that is stored', () => {
    fc.assert(
      fc.property(question, fc.boolean(), (asked, same) => {
        const q =
          same && asked.alreadyChosen
            ? { ...asked, alreadyChosen: { ...asked.alreadyChosen, communeCode: asked.commune.code } }
            : asked;
        const proposal = proposeAntenna(q);
        expect(sound(proposal)).toBe(true);
        expect(proposeAntenna(structuredClone(q))).toEqual(proposal);
        expect(AntennaProposal.parse(proposal)).toEqual(proposal);
      }),
    );
  });

  it('never lets a preference change who the candidates are, nor a clear-cut antenna', () => {
    fc.assert(
      fc.property(question, preference, (asked, other) => {
        const one = proposeAntenna({ ...asked, alreadyChosen: null });
        const two = proposeAntenna({ ...asked, alreadyChosen: null, preferredAntenna: other });
        expect(two.candidates).toEqual(one.candidates);
        expect(two.clearCut).toBe(one.clearCut);
        if (one.clearCut) expect(two.proposed).toBe(one.proposed);
        const heard = codes(two).includes('preference-among-candidates');
        if (heard) expect(two.proposed).toBe(other);
      }),
    );
  });

  it('does not depend on the order in which the table is written', () => {
    const [policy] = ANTENNA_POLICIES;
    if (policy === undefined) throw new Error('no policy');
    fc.assert(
      fc.property(question, fc.shuffledSubarray(policy.contested, { minLength: 4 }), (asked, contested) => {
        const shuffled: AntennaPolicy = {
          ...policy,
          contested,
          departements: Object.fromEntries(
            Object.entries(policy.departements)
              .reverse()
              .map(([code, list]) => [code, [...list].reverse()]),
          ) as AntennaPolicy['departements'],
          neighbours: Object.fromEntries(Object.entries(policy.neighbours).reverse()),
        };
        expect(proposeAntenna(asked, [shuffled])).toEqual(proposeAntenna(asked));
      }),
    );
  });
});
