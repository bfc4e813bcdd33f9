import { checkIds } from '../checkIds.ts';
import type { Context } from '../../answers/reader.ts';
import type { AskedPaths } from './path.input.ts';

/** An empty answer means "no path" only if both ends exist. */
export async function checkEnds(
  context: Context,
  { from, to }: Pick<AskedPaths, 'from' | 'to'>,
): Promise<void> {
  await checkIds(context, { entities: { from: [from], to: [to] }, sources: undefined });
}
