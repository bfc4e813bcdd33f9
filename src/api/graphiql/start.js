// Runs in the browser: sets things up before GraphiQL's own script, and opens GraphiQL after it.
const { workers, settings } = JSON.parse(document.querySelector('#given').textContent);

globalThis.MonacoEnvironment = {
  globalAPI: true,
  getWorkerUrl: (_, label) => workers[label] ?? workers.editorWorkerService,
};

document.addEventListener('DOMContentLoaded', () => {
  adjustEditors();
  globalThis.YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), {
    title: settings.title,
    logo: settings.logo,
    fetcher: ask,
    onEditQuery: showInAddress,
    defaultTabs: firstTabs(),
    // Few questions have variables: their pane opens when wanted.
    defaultEditorToolsVisibility: false,
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

/** So that a question can be passed on as a link, unless the address would be longer than servers take. */
function showInAddress(query) {
  const address = new URL(location.href);
  address.searchParams.set('query', query);
  if (address.href.length > 8_000) address.searchParams.delete('query');
  history.replaceState({}, '', address);
}

/** What a first visit opens; before the examples, the question that the address brings. */
function firstTabs() {
  const query = new URL(location.href).searchParams.get('query');
  const tabs = query === null ? settings.tabs : [{ query }, ...settings.tabs];
  // Unless its storage says what was being edited, GraphiQL adds an empty tab on the next visit.
  if (localStorage.getItem('graphiql:tabState') === null && tabs.length > 0) {
    localStorage.setItem('graphiql:query', tabs[0].query);
    localStorage.setItem('graphiql:variables', '');
  }
  return tabs;
}

function adjustEditors() {
  // Long lines wrap, and a dash in a title is not marked as a letter in disguise.
  const all = { wordWrap: 'on', unicodeHighlight: { ambiguousCharacters: false } };
  const answer = { placeholder: 'The answer appears here.' };
  const { editor } = globalThis.monaco;
  editor.onDidCreateEditor((created) => {
    created.updateOptions(created.getRawOptions().readOnly ? { ...all, ...answer } : all);
  });
  editor.onDidCreateModel((model) => model.getLanguageId() === 'graphql' && keepComments(model));
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
