import { describe, expect, test } from '@jest/globals';
import { changesInOrder, type Positioned } from '../../src/reasoning/changes/order.ts';

const event = (id: string, day: string, ...after: string[]): Positioned => ({
  day,
  event: id,
  after,
  name: id,
});
const status = (name: string, day: string, ...after: string[]): Positioned => ({
  day,
  event: null,
  after,
  name,
});
const names = (items: readonly Positioned[]) => changesInOrder(items).map(({ name }) => name);

describe('Changes in order', () => {
  test('go by their days, then by their names', () => {
    expect(names([event('b', '2024-01-02'), event('c', '2024-01-01'), event('a', '2024-01-02')])).toEqual([
      'c',
      'a',
      'b',
    ]);
  });

  test('stand after what they follow on the same day, however long the chain', () => {
    const day = '2024-01-02';
    expect(names([event('a', day, 'b'), event('b', day, 'c'), event('c', day), event('d', day)])).toEqual([
      'c',
      'b',
      'a',
      'd',
    ]);
  });

  test('are not moved by what they follow on another day', () => {
    expect(names([event('a', '2024-01-01', 'b'), event('b', '2024-01-02')])).toEqual(['a', 'b']);
  });

  test('stand still in a circle', () => {
    const day = '2024-01-02';
    expect(names([event('a', day, 'b'), event('b', day, 'a')]).sort()).toEqual(['a', 'b']);
  });

  test('have what events bring about right after the last of these', () => {
    const day = '2024-01-02';
    const items = [event('a', day), event('b', day), event('c', day), status('s', day, 'a', 'b')];
    expect(names(items)).toEqual(['a', 'b', 's', 'c']);
  });

  test('have what no event of its day brings about last of its day', () => {
    const [day, next] = ['2024-01-02', '2024-01-03'];
    expect(names([event('a', day), status('s', day, 'z'), event('b', next)])).toEqual(['a', 's', 'b']);
  });
});
