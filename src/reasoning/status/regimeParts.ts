import { declarationOf } from '../../ontology/lookups.ts';
import type { Participation } from '../../ontology/records.ts';
import type { Regime } from '../../ontology/regimes.ts';
import type { Role } from '../../ontology/roles.ts';
import { decisive } from '../eventDate.ts';
import { sideOf } from '../eventView.ts';
import { participationOf } from '../participations.ts';
import type { ReportedEvent } from './reportedEvent.ts';

/** Who holds which part in a regime, as one report has it: those who take part, and those for whom they act. */
export interface RegimePart {
  readonly regime: Regime;
  readonly subjects: ReadonlySet<string>;
  /** Nobody, where it is said of nobody in particular. */
  readonly authorities: ReadonlySet<string>;
  /** The authorities without those who only act for them. */
  readonly principals: ReadonlySet<string>;
  /** The subjects without those who only act for them. */
  readonly principalSubjects: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
}

/**
 * The parts in the regime that the event, or the act that it announces, belongs to: one for each report that decides
 * what is told of the event. What no report says together does not follow from what several say apart.
 */
export function regimeParts({ type, intends, reports }: ReportedEvent): RegimePart[] {
  const own = declarationOf(type).status;
  const status = own ?? (intends === null ? undefined : declarationOf(intends).status);
  if (status === undefined) return [];
  return decisive(reports).map(({ participants }) => {
    const stated = participants.map(participationOf);
    const inRole = (role: Role) => stated.filter((one) => one.role === role);
    const [authorities, subjects] = [inRole(status.authority), inRole(status.subject)];
    return {
      regime: status.regime,
      subjects: everyone(subjects),
      authorities: everyone(authorities),
      principals: new Set(authorities.map(sideOf)),
      principalSubjects: new Set(subjects.map(sideOf)),
      lists: everyone(inRole('LIST')),
    };
  });
}

function everyone(participations: readonly Participation[]): Set<string> {
  return new Set(
    participations.flatMap(({ entity, onBehalfOf }) =>
      onBehalfOf === null ? [entity] : [entity, onBehalfOf],
    ),
  );
}
