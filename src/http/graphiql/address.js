// Runs in the browser: the page's address as a link, by the names of GraphQL over HTTP: query, variables, operationName.

/** What the address asks; `query` is null where it asks nothing. */
globalThis.questionOfAddress = () => {
  const { searchParams } = new URL(location.href);
  const [query, variables, operationName] = NAMES.map((name) => searchParams.get(name));
  return { query, variables: variables ?? '', operationName };
};

/**
 * Puts a question into the address: its text, or of one that is too long the chosen operation alone; with what its
 * variables hold. What is too long even so is left out.
 */
globalThis.showInAddress = ({ query, variables, operationName }) => {
  const several = globalThis.operationsOf(query).length > 1;
  const asked = { variables: variables.trim() && variables, operationName: several && operationName };
  const whole = addressOf({ query, ...asked });
  const short =
    whole.href.length > LONGEST && several
      ? addressOf({ query: alone(query, operationName), ...asked })
      : whole;
  history.replaceState({}, '', short.href.length > LONGEST ? addressOf({}) : short);
};

/** The operations of a text by name: where each starts with its comment, where its own words do, and where it ends. */
globalThis.operationsOf = (text) => definitionsOf(text).filter(({ kind }) => kind !== 'fragment');

const NAMES = ['query', 'variables', 'operationName'];

/** Longer addresses are cut off or refused on their way. */
const LONGEST = 8_000;

function addressOf(asked) {
  const address = new URL(location.href);
  for (const name of NAMES) {
    if (asked[name]) address.searchParams.set(name, asked[name]);
    else address.searchParams.delete(name);
  }
  return address;
}

/** An operation without the others of its text, but with the fragments that it spreads. */
function alone(text, name) {
  const texts = new Map(definitionsOf(text).map((one) => [one.name, text.slice(one.start, one.end)]));
  const needed = new Set([name]);
  for (const each of needed)
    for (const [, spread] of (texts.get(each) ?? '').matchAll(/\.\.\.\s*(\w+)/g)) needed.add(spread);
  return [...needed]
    .map((each) => texts.get(each) ?? '')
    .join('')
    .trim();
}

/** As they stand in a text that is laid out as usual: at the start of a line, each under its own comment. */
function definitionsOf(text) {
  const found = [...text.matchAll(/(^(?:#.*\n)*)^(query|fragment)\s+(\w+)/gm)];
  return found.map(({ index: start, 1: comment, 2: kind, 3: name }, at) => {
    const end = found[at + 1]?.index ?? text.length;
    return { kind, name, start, words: start + comment.length, end };
  });
}
