import type { Commune } from '../geography/commune.ts';
import { ANTENNA_NAMES, type AntennaCode } from './antenna.ts';
import type { AntennaProposal, AssignmentReason } from './assignment.ts';
import { ANTENNA_POLICIES, type AntennaPolicy, antennaOfDepartement, policyAt } from './policy.ts';

const names = (codes: readonly AntennaCode[]): string => codes.map((code) => ANTENNA_NAMES[code]).join(', ');

/** Who claims the territory a commune lies in, the one that stands first; and why. Never empty. */
type Claim = { candidates: readonly AntennaCode[]; stands: AntennaCode; reasons: AssignmentReason[] };

const departementReason = (departement: string, antenna: AntennaCode): AssignmentReason => ({
  code: 'departement',
  params: { departement, antenna: ANTENNA_NAMES[antenna] },
});

const first = (codes: readonly AntennaCode[]): AntennaCode => {
  const [code] = codes;
  if (code === undefined) throw new RangeError('The antenna policy lists no candidate.');
  return code;
};

/** A contested EPCI comes before the département it lies in, and the region before what is around it. */
const claimOn = (commune: Commune, policy: AntennaPolicy): Claim => {
  const { departement, epci } = commune;
  const home = antennaOfDepartement(policy, departement);
  const contested = policy.contested.find((entry) => entry.epci === epci?.code);
  if (contested !== undefined) {
    const { candidates, name } = contested;
    const reason: AssignmentReason = {
      code: 'contested-epci',
      params: { epci: contested.epci, epciName: name, candidates: names(candidates) },
    };
    // Between antennas that claim the same EPCI, the one that has the département anyway stands.
    return home !== null && candidates.includes(home)
      ? { candidates, stands: home, reasons: [reason, departementReason(departement, home)] }
      : { candidates, stands: first(candidates), reasons: [reason] };
  }
  if (home !== null) return { candidates: [home], stands: home, reasons: [departementReason(departement, home)] };
  const neighbours = policy.neighbours[departement];
  const candidates = neighbours ?? policy.elsewhere;
  const code = neighbours === undefined ? 'outside-region-elsewhere' : 'outside-region-neighbour';
  return {
    candidates,
    stands: first(candidates),
    reasons: [{ code, params: { departement, candidates: names(candidates) } }],
  };
};

/** The antenna an application has already, and the commune it was chosen for. */
export type AlreadyChosen = { code: AntennaCode; communeCode: string };

/**
 * Which antenna a company belongs to, by the table in force, with the reasons: an answer for every commune of France.
 * What the company would like counts among candidates alone; it never moves a company out of a clear-cut territory.
 * @param question.alreadyChosen a choice made before for this application; it stands while the commune is the same
 * @param question.on ISO 8601 date in Europe/Paris, which picks the version of the table
 * @throws RangeError before the first version of the table
 */
export const proposeAntenna = (
  question: {
    commune: Commune;
    preferredAntenna: AntennaCode | null;
    alreadyChosen: AlreadyChosen | null;
    on: string;
  },
  policies: readonly AntennaPolicy[] = ANTENNA_POLICIES,
): AntennaProposal => {
  const { commune, preferredAntenna, alreadyChosen } = question;
  const policy = policyAt(question.on, policies);
  const { candidates, stands, reasons } = claimOn(commune, policy);
  const inputs = {
    communeCode: commune.code,
    communeName: commune.name,
    departement: commune.departement,
    epci: commune.epci?.code ?? null,
    preferredAntenna,
  };

  if (alreadyChosen !== null && alreadyChosen.communeCode === commune.code) {
    const chosen = alreadyChosen.code;
    return {
      policyVersion: policy.version,
      clearCut: true,
      proposed: chosen,
      candidates: candidates.includes(chosen) ? [...candidates] : [chosen, ...candidates],
      reasons: [{ code: 'already-chosen', params: { antenna: ANTENNA_NAMES[chosen] } }, ...reasons],
      inputs,
    };
  }

  const preferred = preferredAntenna !== null && candidates.includes(preferredAntenna) ? preferredAntenna : null;
  const clearCut = candidates.length === 1;
  const preference: AssignmentReason[] =
    preferredAntenna === null || (clearCut && preferred !== null)
      ? []
      : [
          {
            code: preferred === null ? 'preference-not-candidate' : 'preference-among-candidates',
            params: { preferred: ANTENNA_NAMES[preferredAntenna] },
          },
        ];
  return {
    policyVersion: policy.version,
    clearCut,
    proposed: preferred ?? stands,
    candidates: [...candidates],
    reasons: [...reasons, ...preference],
    inputs,
  };
};
