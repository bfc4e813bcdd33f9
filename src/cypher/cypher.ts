/**
 * A piece of Cypher text. Only the `cypher` tag and the functions of this folder make one, so that no string from
 * outside can become part of a statement. Values are parameters.
 */
export class Fragment {
  // A private name keeps the type nominal: no object that merely has a `text` passes for a fragment.
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** @internal For the functions of this folder. */
  static of(text: string): Fragment {
    return new Fragment(text);
  }
}

/** Cypher text with other fragments in its gaps. @throws TypeError for anything else in a gap */
export function cypher(strings: TemplateStringsArray, ...fragments: readonly Fragment[]): Fragment {
  if (!fragments.every((fragment) => fragment instanceof Fragment))
    throw new TypeError('Only Cypher fits into Cypher.');
  return Fragment.of(strings.reduce((text, part, i) => text + (fragments[i - 1]?.text ?? '') + part));
}

const NOTHING = Fragment.of('');

/** The fragment if the condition holds, otherwise nothing. */
export function when(condition: boolean, fragment: Fragment): Fragment {
  return condition ? fragment : NOTHING;
}

export function join(fragments: readonly Fragment[], separator: string): Fragment {
  return Fragment.of(
    fragments
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(separator),
  );
}

/** Conditions that must all hold; `true` if there are none. */
export function allOf(conditions: readonly Fragment[]): Fragment {
  const joined = join(conditions, '\n    AND ');
  return joined === NOTHING || joined.text === '' ? cypher`true` : joined;
}
