import { registerEnumType } from 'type-graphql';
import { EVENT_TYPES } from '../ontology/eventTypes.ts';
import { KINDS } from '../ontology/kinds.ts';
import { LEVELS } from '../ontology/levels.ts';
import { SOURCE_ROLES } from '../ontology/sourceRoles.ts';
import { STANCES } from '../ontology/stances.ts';
import { EFFECTS, REGIMES } from '../ontology/regimes.ts';
import { ROLES } from '../ontology/roles.ts';
import { DIRECTIONS } from '../paths/edgeRules.ts';
import { PATH_MODES } from '../paths/pathModes.ts';
import { DISAGREEMENT_SUBJECTS } from '../reasoning/disagreements.ts';
import { CHANGE_AXES, CHANGE_KINDS } from '../reasoning/changes/order.ts';
import { STATUS_STATES } from '../reasoning/status/statusState.ts';

export const KindEnum = enumOf('Kind', 'What an entity is.', KINDS);
export const RoleEnum = enumOf('Role', 'What a participant is to an event.', ROLES);
export const EventTypeEnum = enumOf(
  'EventType',
  'What happened (acts) or was observed (states). Also the type of the relationships that an event projects.',
  EVENT_TYPES,
);
export const RegimeEnum = enumOf('Regime', 'What an authority can hold in force toward a subject.', REGIMES);
export const EffectEnum = enumOf('Effect', 'What an event does to a regime.', EFFECTS);
export const StanceEnum = enumOf('Stance', 'What a source says of an event.', STANCES);

export const StatusStateEnum = enumOf('StatusState', 'What follows on a day.', STATUS_STATES);

export const ChangeAxisEnum = enumOf(
  'ChangeAxis',
  'In which sense something falls in a period.',
  CHANGE_AXES,
);
export const ChangeKindEnum = enumOf('ChangeKind', 'What kind of change it is.', CHANGE_KINDS);

export const BearingEnum = enumOf('Bearing', 'Which way evidence speaks.', {
  FOR: { description: 'It opens or resumes the regime, or observes it in force.' },
  AGAINST: { description: 'It suspends or closes the regime, or observes it as absent.' },
});

export const DisputeSubjectEnum = enumOf('DisputeSubject', 'What sources do not agree on.', {
  DATE: { description: 'No date fits all that affirm the event.' },
  HAPPENING: { description: 'Some affirm the event, others deny it.' },
  CONTRADICTION: { description: 'Two events cannot both be true.' },
});

export const NatureEnum = enumOf('Nature', 'Whether something was done or observed.', {
  ACT: { description: 'Something done on a day: designated, met, urged.' },
  STATE: { description: 'Something observed to be so: holds a post, remains listed.' },
});

export const DisagreementSubjectEnum = enumOf(
  'DisagreementSubject',
  'In what the reports of one event differ.',
  DISAGREEMENT_SUBJECTS,
);

export const LevelEnum = enumOf('Level', 'Between whom a relationship stands.', LEVELS);

export const CertaintyEnum = enumOf('Certainty', 'How an imprecise date counts.', {
  POSSIBLE: { description: 'It counts if some day that it allows does.' },
  CERTAIN: {
    description:
      'It counts only if it does whichever of the days that it allows are the true ones, and it is neither approximate nor uncertain.',
  },
});

export const PrecisionEnum = enumOf('Precision', 'How finely a date is given.', {
  DAY: { description: 'A day: 2025-07-03.' },
  MONTH: { description: 'A month: 2023-12.' },
  SEASON: { description: 'A season or quarter, as three months.' },
  YEAR: { description: 'A year: 2003.' },
  DECADE: { description: 'A decade: 202X.' },
  CENTURY: { description: 'A century: 20XX.' },
  RANGE: { description: 'Some day of a range or set: [2023-10..2023-12].' },
});

export const ExtentEnum = enumOf('Extent', 'Whether something happened on one day or lasted.', {
  DAY: { description: 'On one day, known or not.' },
  SPAN: { description: 'From one day to another.' },
});

export const TimeOrderEnum = enumOf('TimeOrder', 'The order of a list in time; ties are broken by id.', {
  DATE_ASC: {
    description: 'The earliest first, by the first possible day, or the last where the start is open.',
  },
  DATE_DESC: { description: 'The latest first.' },
});

export const PathModeEnum = enumOf('PathMode', 'Which paths are asked for.', PATH_MODES);

export const DirectionEnum = enumOf(
  'Direction',
  'Which way relationships may be crossed; symmetric ones go both ways.',
  DIRECTIONS,
);

export const SourceRoleEnum = enumOf('SourceRole', 'Why a source is here.', SOURCE_ROLES);

export const ClosenessEnum = enumOf(
  'Closeness',
  'How closely a code and a type stand for the same (SKOS mapping).',
  {
    exact: { description: 'The same.' },
    close: { description: 'Nearly the same.' },
    broad: { description: 'The code is broader, or covers only a part.' },
  },
);

/** A GraphQL enum whose values and descriptions are the rows of a table. */
function enumOf<Name extends string>(
  name: string,
  description: string,
  rows: Readonly<Record<Name, { readonly description: string }>>,
): Record<Name, Name> {
  const names = Object.keys(rows) as Name[];
  const values = Object.fromEntries(names.map((value) => [value, value])) as Record<Name, Name>;
  const valuesConfig = Object.fromEntries(
    names.map((value) => [value, { description: rows[value].description }]),
  );
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as never });
  return values;
}
