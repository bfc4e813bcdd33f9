import { registerEnumType } from 'type-graphql';
import { EVENT_TYPES } from '../ontology/eventTypes.ts';
import { CLOSENESSES } from '../ontology/closeness.ts';
import { CODINGS } from '../ontology/codings.ts';
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

export const KindEnum = enumOf('Kind', 'The kind of an entity.', KINDS);
export const CodingEnum = enumOf('Coding', 'Who read the sources of a dataset.', CODINGS);
export const RoleEnum = enumOf('Role', 'The role of a participant in an event.', ROLES);
export const EventTypeEnum = enumOf(
  'EventType',
  'The type of an event: what was done (acts) or observed (states). Also the type of the relationships that the event projects.',
  EVENT_TYPES,
);
export const RegimeEnum = enumOf(
  'Regime',
  'A legal or diplomatic standing that an authority can hold in force toward a subject.',
  REGIMES,
);
export const EffectEnum = enumOf('Effect', 'The effect of an event on a regime.', EFFECTS);
export const StanceEnum = enumOf('Stance', 'The stance of a source toward an event.', STANCES);

export const StatusStateEnum = enumOf(
  'StatusState',
  'The state of a regime on a day, derived from what sources say.',
  STATUS_STATES,
);

export const ChangeAxisEnum = enumOf(
  'ChangeAxis',
  'The sense in which a change falls in a period.',
  CHANGE_AXES,
);
export const ChangeKindEnum = enumOf('ChangeKind', 'The kind of a change.', CHANGE_KINDS);

export const BearingEnum = enumOf(
  'Bearing',
  'Whether evidence speaks for or against a regime being in force.',
  {
    FOR: { description: 'The event opens or resumes the regime, or observes it in force.' },
    AGAINST: { description: 'The event suspends or closes the regime, or observes it as absent.' },
  },
);

export const DisputeSubjectEnum = enumOf(
  'DisputeSubject',
  'The point on which the sources of a status differ.',
  {
    DATE: { description: 'No date fits all reports that affirm the event.' },
    HAPPENING: { description: 'Some sources affirm the event, others deny it.' },
    CONTRADICTION: { description: 'Two events cannot both be true.' },
  },
);

export const NatureEnum = enumOf('Nature', 'Whether something was done or observed.', {
  ACT: { description: 'Something done on a day: designated, met, urged.' },
  STATE: { description: 'Something observed to be true: holds a post, remains listed.' },
});

export const DisagreementSubjectEnum = enumOf(
  'DisagreementSubject',
  'The point on which the reports of one event differ.',
  DISAGREEMENT_SUBJECTS,
);

export const LevelEnum = enumOf(
  'Level',
  'Whether a relationship connects the named participants or their principals.',
  LEVELS,
);

export const CertaintyEnum = enumOf('Certainty', 'How an imprecise date counts in a condition.', {
  POSSIBLE: { description: 'The condition must hold for at least one reading of the date.' },
  CERTAIN: {
    description:
      'The condition must hold for every reading of the date. Approximate and uncertain dates never count.',
  },
});

export const PrecisionEnum = enumOf('Precision', 'The precision of a date.', {
  DAY: { description: 'A day: 2025-07-03.' },
  MONTH: { description: 'A month: 2023-12.' },
  SEASON: { description: 'A season, quarter, third or half of a year: 2023-21.' },
  YEAR: { description: 'A year: 2003.' },
  DECADE: { description: 'A decade: 202X.' },
  CENTURY: { description: 'A century: 20XX.' },
  RANGE: { description: 'Some day in a range or set: [2023-10..2023-12].' },
});

export const ExtentEnum = enumOf('Extent', 'Whether a date is one day or a span of days.', {
  DAY: { description: 'One day, whether or not it is known exactly.' },
  SPAN: { description: 'A span from one day to another.' },
});

export const TimeOrderEnum = enumOf('TimeOrder', 'The order of a list in time. Ties are ordered by id.', {
  DATE_ASC: {
    description:
      'The earliest first, by the first possible day. Dates with an open start come last, by the last possible day.',
  },
  DATE_DESC: {
    description:
      'The latest first, by the first possible day. Dates with an open start come last, by the last possible day.',
  },
});

export const PathModeEnum = enumOf('PathMode', 'Which paths to find.', PATH_MODES);

export const DirectionEnum = enumOf(
  'Direction',
  'The direction in which a path may follow relationships. Symmetric ones can be followed both ways.',
  DIRECTIONS,
);

export const SourceRoleEnum = enumOf('SourceRole', 'The reason why a source is in the graph.', SOURCE_ROLES);

export const ClosenessEnum = enumOf(
  'Closeness',
  'How closely a CAMEO code matches an event type (SKOS mapping).',
  CLOSENESSES,
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
