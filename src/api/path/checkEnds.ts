import { checkIds } from '../../answers/ids.ts';
import type { Reader } from '../../answers/reader.ts';
import type { PathQuestion } from './path.input.ts';

/** An empty answer means "no path" only if both ends exist. */
export async function checkEnds(
  context: Reader,
  { from, to }: Pick<PathQuestion, 'from' | 'to'>,
): Promise<void> {
  await checkIds(context, { entities: { from: [from], to: [to] }, sources: undefined });
}
