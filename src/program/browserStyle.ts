import { KINDS, type Kind } from '../ontology/kinds.ts';
import { declarationOf, EVENT_TYPE_NAMES } from '../ontology/lookups.ts';

/** The style in which Neo4j Browser draws the graph, as GraSS: a colour for each kind, captions by name and date. */
export function browserStyle(): string {
  return [
    ...[
      node('', { color: '#C9CED6', caption: '{id}' }),
      node('.Entity', { color: '#C9CED6', caption: '{name}' }),
    ],
    ...Object.entries(KINDS).map(([kind, { label }]) =>
      node(`.${label}`, { color: COLORS[kind as Kind], caption: '{name}' }),
    ),
    // Wide enough for a date, which cannot be broken.
    node('.Event', { color: '#F6D776', caption: '{edtf} {summary}', diameter: '120px', 'font-size': '9px' }),
    node('.Source', { color: '#B9A5D6', caption: '{title}', diameter: '90px' }),
    node('.Identifier', { color: '#E4E7EB', caption: '{key}', diameter: '40px' }),
    relationship('', { color: STATE, caption: '<type>' }),
    relationship('.REPORTS', { color: RECORD, caption: '{stance} {edtf}' }),
    relationship('.TOOK_PART', { color: RECORD, caption: '{role}' }),
    ...EVENT_TYPE_NAMES.map((type) =>
      relationship(`.${type}`, {
        color: declarationOf(type).nature === 'ACT' ? ACT : STATE,
        caption: `${type} {edtf}`,
      }),
    ),
  ].join('\n');
}

const COLORS: Record<Kind, string> = { COUNTRY: '#7FB2E5', ORGANIZATION: '#8CCBA2', ACTOR: '#F0A58F' };

/** Acts stand out from observed states, and both from the record behind them. */
const [ACT, STATE, RECORD] = ['#5C6670', '#AAB2BB', '#C8A83C'];

type Properties = Readonly<Record<string, string>>;

function node(selector: string, properties: Properties): string {
  return rule(`node${selector}`, {
    ...{ diameter: '64px', 'border-color': '#8A939D', 'border-width': '1px' },
    ...{ 'text-color-internal': '#20262D', 'font-size': '10px' },
    ...properties,
  });
}

function relationship(selector: string, properties: Properties): string {
  return rule(`relationship${selector}`, {
    ...{ 'shaft-width': '1px', 'font-size': '8px', padding: '3px' },
    ...{ 'text-color-external': '#20262D', 'text-color-internal': '#FFFFFF' },
    ...properties,
  });
}

/** In GraSS, Neo4j Browser reads no comments, and quotation marks only around captions. */
function rule(selector: string, properties: Properties): string {
  const lines = Object.entries(properties).map(
    ([name, value]) => `  ${name}: ${name === 'caption' ? `"${value}"` : value};\n`,
  );
  return `${selector} {\n${lines.join('')}}\n`;
}
