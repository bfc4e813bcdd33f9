import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { readExamples } from '../../src/program/examples.ts';
import { startBrowser } from '../setup/browser.ts';
import { startService, type TestService } from '../setup/testService.ts';
import { GraphiqlPage } from './graphiqlPage.ts';

// A page has five megabytes of script, which takes its time on a busy machine.

const examples = await readExamples();
const nameOf = (query: string): string => /^query (\w+)/m.exec(query)![1]!;
const [first] = examples;
const TWO = 'query Counted { statistics { entities } }\nquery Named($id: ID) { entity(id: $id) { name } }';

let service: TestService;
let browser: Browser | undefined;
let opened: GraphiqlPage | undefined;
beforeAll(async () => {
  service = await startService();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await service.close();
});

const open = async (options?: BrowserContextOptions, path = '/graphiql'): Promise<GraphiqlPage> =>
  (opened = await GraphiqlPage.open(browser!, `${service.url}${path}`, options));

// Whatever a test does: the page asks nobody else, and nothing goes wrong that a person would not see.
afterEach(async () => {
  const page = opened;
  opened = undefined;
  await page?.close();
  expect(page?.hosts).toEqual([new URL(service.url).host]);
  expect(page?.complaints).toEqual([]);
});

describe('GraphiQL in a browser', () => {
  test('opens on a worked example, says what to do, and answers it', async () => {
    const graphiql = await open();
    const question = await graphiql.question();
    expect(question).toMatch(/^# Welcome to Chancery/);
    expect(question.endsWith(first!.query)).toBe(true);
    await graphiql.page.getByText('The answer appears here.').waitFor();
    await graphiql.run();
    expect(await graphiql.answer()).toEqual(await service.ask(first!.query));
    await graphiql.page.getByText('"Kyrgyzstan"').waitFor();
  });

  test('has a tab for each of five subjects, by name, and each answers', async () => {
    const graphiql = await open();
    const names = ['Relationships', 'StatusOnADay', 'PathsInTime', 'Evidence', 'Changes'];
    expect((await graphiql.tabs()).slice(0, -1)).toEqual(names);
    for (const [index, name] of names.entries()) {
      await graphiql.openTab(name);
      await graphiql.run();
      const { data, errors } = await graphiql.answer();
      expect([name, errors]).toEqual([name, undefined]);
      expect(data).toEqual(await service.data(examples[index]!.query));
    }
  });

  test('holds all other examples in the last tab, to be chosen by name', async () => {
    const graphiql = await open();
    await graphiql.openTab((await graphiql.tabs()).at(-1)!);
    for (const { query } of examples.slice(5)) {
      const expected = await service.data(query);
      await graphiql.run(nameOf(query));
      const { data, errors } = await graphiql.answer(
        (answer) => Object.keys(answer.data ?? {}).join() === Object.keys(expected).join(),
      );
      expect([query, errors]).toEqual([query, undefined]);
      expect(Object.keys(data)).toEqual(Object.keys(expected));
    }
  });

  test('completes what is typed', async () => {
    const graphiql = await open();
    await graphiql.type('{ statis');
    await graphiql.complete('statistics');
    await graphiql.page.keyboard.type(' { entit');
    await graphiql.complete('entities');
    expect((await graphiql.question()).replaceAll(' ', '')).toBe('{statistics{entities}}');
    await graphiql.page.keyboard.press('ControlOrMeta+Enter');
    expect(await graphiql.answer()).toEqual(await service.ask('{ statistics { entities } }'));
  });

  test('completes a verb in the first example, as its welcome proposes', async () => {
    const graphiql = await open();
    await graphiql.page.locator('.graphiql-query-editor').getByText('RECOGNIZED', { exact: true }).dblclick();
    await graphiql.page.keyboard.press('ArrowRight');
    await graphiql.page.keyboard.type(', URG');
    await graphiql.complete('URGED');
    await graphiql.run();
    const { data } = await graphiql.answer();
    expect(data.relationships.edges.map(({ node }: any) => node.type)).toContain('URGED');
  });

  test.each([
    ['a field that is not there', '{ nothing }', 'Cannot query field "nothing" on type "Query".'],
    ['what is no GraphQL', '{ statistics { entities ', 'Syntax Error: Expected Name, found <EOF>.'],
    ['a value that cannot be', '{ events(first: 201) { totalCount } }', 'it is 201'],
  ])('shows in plain words what is wrong with %s', async (_, query, words) => {
    const graphiql = await open({}, `/graphiql?query=${encodeURIComponent(query)}`);
    await graphiql.run();
    const { errors } = await graphiql.answer();
    expect(errors[0].message).toContain(words);
    expect(errors[0].extensions.code).toMatch(/^[A-Z_]+$/);
    expect(errors[0]).not.toHaveProperty('stack');
  });

  test('says that the service does not answer', async () => {
    const graphiql = await open();
    await graphiql.page.route('**/graphql', (route) => route.abort());
    await graphiql.run();
    expect(await graphiql.answer()).toEqual({
      errors: [{ message: 'The service does not answer. Is it still running?' }],
    });
    expect(graphiql.complaints.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
  });

  test('marks a fault while one types', async () => {
    const graphiql = await open();
    await graphiql.type('{ nothing }');
    await graphiql.page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
  });

  test('shows a type with its description in the documentation', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    const docs = page.locator('.graphiql-doc-explorer');
    await docs.getByText('Who did what to whom in diplomacy').waitFor();
    await docs.getByRole('link', { name: 'Source', exact: true }).click();
    const { __type } = await service.data('{ __type(name: "Source") { description } }');
    await docs.getByText(__type.description).waitFor();
    await docs.getByRole('link', { name: 'publisher', exact: true }).waitFor();
  });

  test('adds a field by a click in the explorer, keeps the comments, and answers', async () => {
    const graphiql = await open();
    const { page } = graphiql;
    const before = await graphiql.question();
    await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
    await page.locator('.graphiql-explorer-root').getByText('totalCount').click();
    const after = await graphiql.until('operation.graphql', (text) => text.includes('totalCount'));
    const comments = (text: string) => text.split('\n').filter((line) => line.startsWith('#'));
    expect(comments(after)).toEqual(comments(before));
    await graphiql.run();
    const { data } = await graphiql.answer();
    expect(data.relationships.totalCount).toBe(data.relationships.edges.length);
  });

  test('is dark or light as the system is, and as one chooses', async () => {
    for (const colorScheme of ['dark', 'light'] as const) {
      const other = { dark: 'Light', light: 'Dark' }[colorScheme];
      const graphiql = await open({ colorScheme });
      expect(await looks(graphiql)).toBe(colorScheme);
      await graphiql.page.getByRole('button', { name: 'Open settings dialog' }).click();
      await graphiql.page.getByRole('button', { name: other, exact: true }).click();
      await graphiql.page.keyboard.press('Escape');
      expect(await looks(graphiql)).toBe(other.toLowerCase());
      if (colorScheme === 'dark') await graphiql.close();
    }
  });

  test('keeps what one wrote for the next visit', async () => {
    const graphiql = await open();
    await graphiql.openTab('Evidence');
    await graphiql.type('query Mine { statistics { entities ');
    await graphiql.page.getByRole('tab', { name: 'Mine' }).waitFor();
    const tabs = await graphiql.tabs();
    await graphiql.page.waitForFunction(() =>
      (globalThis as any).localStorage.getItem('graphiql:tabState').includes('query Mine'),
    );
    await graphiql.visit(`${service.url}/graphiql`);
    expect(await graphiql.tabs()).toEqual(tabs);
  });

  test('asks the question in front by Ctrl-Enter, without a click before', async () => {
    const graphiql = await open();
    await graphiql.page.keyboard.press('ControlOrMeta+Enter');
    expect(await graphiql.answer()).toEqual(await service.ask(first!.query));
  });

  test('opens a link with its variables, and with the cursor in the operation that it names', async () => {
    const asked = { query: TWO, variables: '{ "id": "taliban" }', operationName: 'Named' };
    const graphiql = await open({}, `/graphiql?${new URLSearchParams(asked).toString()}`);
    await graphiql.page.locator('.graphiql-editor-tool').getByText('"taliban"').waitFor();
    await graphiql.page.keyboard.press('ControlOrMeta+Enter');
    expect(await graphiql.answer()).toEqual({ data: { entity: { name: 'Taliban' } } });
    expect(graphiql.link).toEqual(asked);
  });

  test('has in its address what stands in the editors, so that a link passes it on', async () => {
    const graphiql = await open();
    expect(graphiql.link).toEqual({ query: await graphiql.question() });
    await graphiql.type(TWO);
    await graphiql.page.getByRole('button', { name: 'Variables' }).click();
    await graphiql.page.locator('.graphiql-editor-tool .view-line').first().click();
    await graphiql.page.keyboard.type('{"id": "russia"');
    await graphiql.run('Named');
    const { data } = await graphiql.answer();
    expect(data).toEqual({ entity: { name: 'Russia' } });
    const passedOn = graphiql.page.url();
    expect(graphiql.link).toMatchObject({ variables: '{"id": "russia"}', operationName: 'Named' });
    await graphiql.close();

    const received = await open({}, passedOn.slice(service.url.length));
    await received.page.keyboard.press('ControlOrMeta+Enter');
    expect(await received.answer()).toEqual({ data });
  });

  test('passes on one question of the tab that has too many for a link, and keeps that tab', async () => {
    const graphiql = await open();
    await graphiql.openTab((await graphiql.tabs()).at(-1)!);
    const last = examples.at(-1)!.query;
    await graphiql.run(nameOf(last));
    await graphiql.answer();
    expect(graphiql.link).toEqual({ query: last.trim(), operationName: nameOf(last) });
    const passedOn = graphiql.page.url();
    const tabs = await graphiql.tabs();
    await graphiql.page.waitForFunction(
      (title) => (globalThis as any).localStorage.getItem('graphiql:tabState').includes(title),
      `"title":"${nameOf(last)}"`,
    );
    await graphiql.visit(passedOn);
    expect(await graphiql.tabs()).toEqual(tabs);
    await graphiql.close();

    const received = await open({}, passedOn.slice(service.url.length));
    expect(await received.question()).toBe(last.trim());
    await received.page.keyboard.press('ControlOrMeta+Enter');
    expect(await received.answer()).toEqual(await service.ask(last));
  });

  test('follows the cursor from one question to another', async () => {
    const asked = { query: TWO, operationName: 'Named' };
    const graphiql = await open({}, `/graphiql?${new URLSearchParams(asked).toString()}`);
    await graphiql.page.keyboard.press('ControlOrMeta+Home');
    expect(graphiql.link).toEqual({ query: TWO, operationName: 'Counted' });
  });

  test('opens the question of a link in a tab of its own', async () => {
    const graphiql = await open({}, '/graphiql?query=query+Sent+%7B+statistics+%7B+entities+%7D+%7D');
    expect((await graphiql.tabs()).slice(0, 2)).toEqual(['Sent', 'Relationships']);
    expect(await graphiql.question()).toBe('query Sent { statistics { entities } }');
  });
});

/** By the brightness of what the question is written on, and that its words stand out from it. */
async function looks({ page }: GraphiqlPage): Promise<string> {
  const [paper, ...inks] = (
    await page.evaluate<string[]>(`[
      getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor,
      ...[...document.querySelectorAll('.graphiql-query-editor .view-line span span')].map(
        (word) => getComputedStyle(word).color),
    ]`)
  ).map(luminance);
  for (const ink of inks) expect(contrast(ink, paper!)).toBeGreaterThan(3);
  return paper! < 0.5 ? 'dark' : 'light';
}

/** As WCAG defines them. */
function luminance(rgb: string): number {
  const [red = 0, green = 0, blue = 0] = rgb.match(/[\d.]+/g)!.map((value) => {
    const part = Number(value) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
