// Runs in the browser: sets things up before GraphiQL's own script, and opens GraphiQL after it.
const { workers, settings } = JSON.parse(document.querySelector('#given').textContent);

globalThis.MonacoEnvironment = {
  globalAPI: true,
  getWorkerUrl: (_, label) => workers[label] ?? workers.editorWorkerService,
};

const { questionOfAddress, operationsOf, showInAddress } = globalThis;

document.addEventListener('DOMContentLoaded', () => {
  const asked = askedFirst();
  adjustEditors(asked);
  globalThis.YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
    title: settings.title,
    logo: settings.logo,
    fetcher: ask,
    // What it would do by itself: put the text alone into the address.
    onEditQuery: () => undefined,
    onEditOperationName: choose,
    onTabChange: showFront,
    defaultTabs: firstTabs(asked),
    ...(asked.query !== null && { query: asked.query, variables: asked.variables }),
    // Few questions have variables: their pane opens when wanted.
    defaultEditorToolsVisibility: asked.variables.trim() === '' ? false : 'variables',
    // Headers may hold credentials, which do not belong in the browser's storage.
    shouldPersistHeaders: false,
  });
});

/** As GraphiQL would by itself, but errors come from the service: it would show a syntax error as a stack trace. */
async function ask({ query, operationName, variables }, { headers = {} } = {}) {
  // Just after the text was changed, GraphiQL still has the name of what was there before.
  const isThere = operationName && query.includes(operationName);
  try {
    const response = await fetch(settings.endpoint, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables, ...(isThere && { operationName }) }),
    });
    return await response.json();
  } catch {
    return { errors: [{ message: 'The service does not answer. Is it still running?' }] };
  }
}

/** What the address asks. Of a tab with many questions it holds one: if that tab is in front, it stays. */
function askedFirst() {
  const asked = questionOfAddress();
  const { tabs = [], activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{}');
  const front = tabs[activeTabIndex];
  const isOfFront = front?.query?.includes(asked.query) && (front.variables ?? '') === asked.variables;
  return isOfFront ? { ...asked, query: front.query } : asked;
}

/** The operation that was gone to or run last, of a text that has several. */
let chosen = null;

function choose(operationName) {
  chosen = operationName;
  showFront();
}

/** So that the question in front can be passed on as a link. */
function showFront() {
  const query = textOf('operation.graphql');
  const names = operationsOf(query).map(({ name }) => name);
  const operationName = names.includes(chosen) ? chosen : names[0];
  showInAddress({ query, variables: textOf('variables.json'), operationName });
}

function textOf(file) {
  const model = globalThis.monaco.editor.getModels().find(({ uri }) => uri.path.endsWith(file));
  return model?.getValue() ?? '';
}

/** What a first visit opens; before the examples, the question that the address brings. */
function firstTabs({ query, variables }) {
  const tabs = query === null ? settings.tabs : [{ query, variables }, ...settings.tabs];
  // Unless its storage says what was being edited, GraphiQL adds an empty tab on the next visit.
  if (localStorage.getItem('graphiql:tabState') === null && tabs.length > 0) {
    localStorage.setItem('graphiql:query', tabs[0].query);
    localStorage.setItem('graphiql:variables', tabs[0].variables ?? '');
  }
  return tabs;
}

function adjustEditors(asked) {
  // Long lines wrap, and a dash in a title is not marked as a letter in disguise.
  const all = { wordWrap: 'on', unicodeHighlight: { ambiguousCharacters: false } };
  const answer = { placeholder: 'The answer appears here.' };
  const { editor } = globalThis.monaco;
  editor.onDidCreateEditor((created) => {
    created.updateOptions(created.getRawOptions().readOnly ? { ...all, ...answer } : all);
    // It has its text once it is made.
    queueMicrotask(() => {
      if (created.getModel()?.uri.path.endsWith('operation.graphql')) begin(created, asked);
    });
  });
  editor.onDidCreateModel((model) => model.getLanguageId() === 'graphql' && keepComments(model));
}

/** Puts the cursor into the operation that the address chooses: Ctrl-Enter asks it. */
function begin(editor, { operationName }) {
  const placeOf = (offset) => editor.getModel().getPositionAt(offset);
  const operations = () => operationsOf(editor.getValue());
  const asked = operations().find(({ name }) => name === operationName);
  if (asked !== undefined) {
    chosen = operationName;
    editor.setPosition(placeOf(asked.words));
    editor.revealLineNearTop(placeOf(asked.start).lineNumber);
  }
  editor.focus();
  showFront();
  editor.onDidChangeCursorPosition(({ position, source }) => {
    const offset = editor.getModel().getOffsetAt(position);
    const at = operations().find(({ start, end }) => start <= offset && offset < end);
    // Not where another text was put in place, which moves the cursor too.
    if (at !== undefined && source !== 'model') choose(at.name);
  });
}

/** The explorer writes the whole document anew at each click, without its comments: they are put back. */
function keepComments(model) {
  let before = model.getValue();
  model.onDidChangeContent(({ isFlush }) => {
    const after = model.getValue();
    const fromExplorer = isFlush && document.querySelector('.graphiql-explorer-root') !== null;
    before = fromExplorer && !after.includes('#') ? withComments(after, commentsOf(before)) : after;
    if (before !== after) model.setValue(before);
  });
}

/** The comment before each operation, by the operation's name. */
function commentsOf(text) {
  const found = text.matchAll(/((?:^(?:#.*)?\n)+)^query (\w+)/gm);
  return new Map([...found].map(([, comment, name]) => [name, comment.trimStart()]));
}

function withComments(text, comments) {
  return text.replace(/^query (\w+)/gm, (line, name) => (comments.get(name) ?? '') + line);
}
