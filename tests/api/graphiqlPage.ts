import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** What the console calls errors and are none: lists of enum values, which the explorer leaves as they are, and refusals. */
const HARMLESS = /^arg mismatch between arg and selection|the server responded with a status of 400/;

/** GraphiQL in a browser, as a person uses it, and what it does that a person does not see. */
export class GraphiqlPage {
  readonly page: Page;
  /** What the console calls an error. */
  readonly complaints: string[] = [];
  readonly #requests: URL[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('request', (request) => this.#requests.push(new URL(request.url())));
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !HARMLESS.test(message.text())) this.complaints.push(message.text());
    });
  }

  /** With a profile of its own: a first visit. */
  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const opened = new GraphiqlPage(await context.newPage());
    await opened.visit(url);
    return opened;
  }

  async visit(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.locator('.graphiql-query-editor .view-line').first().waitFor();
    // The editor completes and checks once it has the schema.
    await this.page.locator('.graphiql-spinner').waitFor({ state: 'detached' });
  }

  /** The hosts that the page asked for something. */
  get hosts(): string[] {
    return [...new Set(this.#requests.filter(({ host }) => host !== '').map(({ host }) => host))];
  }

  /** What the address would pass on as a link. */
  get link(): Record<string, string> {
    return Object.fromEntries(new URL(this.page.url()).searchParams);
  }

  async tabs(): Promise<string[]> {
    return await this.page.getByRole('tab').allInnerTexts();
  }

  async openTab(name: string): Promise<void> {
    await this.page.getByTitle(name, { exact: true }).click();
    await this.until('operation.graphql', (text) => text.includes(`query ${name} `));
  }

  /** Puts a text in place of the question, by the keyboard. */
  async type(text: string): Promise<void> {
    await this.page.locator('.graphiql-query-editor .view-line').first().click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
  }

  async question(): Promise<string> {
    return await this.page.evaluate(textOf, 'operation.graphql');
  }

  /** Presses the button, and chooses the operation where there are several. */
  async run(operation?: string): Promise<void> {
    const button = this.page.locator('.graphiql-execute-button');
    if (operation === undefined) {
      await button.click();
      return;
    }
    // It opens a list once GraphiQL has seen that there are several, and runs the only one until then.
    await button.and(this.page.locator('[aria-haspopup]')).click();
    await this.page.getByRole('menuitem', { name: operation, exact: true }).click();
  }

  /** Takes what is offered under this name for the word that is being typed. */
  async complete(name: string): Promise<void> {
    const option = this.page.getByRole('option', { name, exact: true });
    // On a busy machine the editor may ask before it knows the schema. Like a person, ask again.
    while (!(await isSoonVisible(option))) await this.page.keyboard.press('Control+Space');
    await this.page.keyboard.press('Enter');
  }

  /** The answer as it stands on the right, once `isExpected` of it. */
  async answer(isExpected: (answer: any) => boolean = () => true): Promise<any> {
    return await this.until('response.json', (text) => text !== '' && isExpected(JSON.parse(text))).then(
      JSON.parse,
    );
  }

  /** The text of an editor once `isExpected` of it. */
  async until(file: string, isExpected: (text: string) => boolean): Promise<string> {
    for (;;) {
      const text = await this.page.evaluate(textOf, file);
      if (isExpected(text)) return text;
      await this.page.waitForTimeout(50);
    }
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

async function isSoonVisible(locator: Locator): Promise<boolean> {
  return await locator.waitFor({ timeout: 5_000 }).then(
    () => true,
    () => false,
  );
}

/** Runs in the page. */
function textOf(file: string): string {
  const { monaco } = globalThis as any;
  const model = monaco.editor.getModels().find(({ uri }: any) => uri.path.endsWith(file));
  return model.getValue() as string;
}
