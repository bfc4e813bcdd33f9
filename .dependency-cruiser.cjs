/** The layout of the README as rules: imports point down, there is no cycle, and what is outside stays out. */
const only = (folder, ...may) => ({
  name: `${folder}-points-down`,
  comment: `src/${folder} imports only: ${may.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [folder, ...may].map((name) => `^src/${name}/`) },
});

const onlyFrom = (name, packages, folders) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: folders.map((folder) => `^src/${folder}`) },
  to: { path: `^node_modules/(${packages.join('|')})/` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphan',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', 'graphiql/start\\.js$'] },
      to: {},
    },
    only('time'),
    only('ontology', 'time'),
    only('cypher', 'ontology', 'time'),
    only('reasoning', 'ontology', 'time'),
    only('queries', 'cypher', 'ontology', 'reasoning', 'time'),
    only('graph', 'cypher'),
    only('embedded'),
    only('seeding', 'queries', 'reasoning', 'graph', 'cypher', 'ontology', 'time'),
    only('importing', 'seeding', 'reasoning', 'graph', 'cypher', 'ontology', 'time'),
    only('exporting', 'queries', 'reasoning', 'graph', 'cypher', 'ontology', 'time'),
    only('resolving', 'importing', 'seeding', 'queries', 'reasoning', 'graph', 'cypher', 'ontology', 'time'),
    only('api', 'queries', 'reasoning', 'graph', 'cypher', 'ontology', 'time'),
    {
      name: 'api-writes-no-cypher',
      comment: 'The API passes statements on; it makes none.',
      severity: 'error',
      from: { path: '^src/api/' },
      to: { path: '^src/cypher/', pathNot: '^src/cypher/statement\\.ts$' },
    },
    {
      name: 'pure-folders-touch-nothing',
      comment: 'No files, no network, no process in what is said to be pure.',
      severity: 'error',
      from: { path: '^src/(time|ontology|cypher|reasoning|queries)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'programs-are-not-imported',
      comment: 'Only programs read the environment and put the parts together.',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    onlyFrom('only-graph-knows-the-driver', ['neo4j-driver', 'neo4j-driver-core'], ['graph/']),
    onlyFrom('only-time-knows-edtf', ['edtf'], ['time/']),
    onlyFrom(
      'only-api-knows-graphql',
      [
        'graphql',
        'type-graphql',
        'graphql-.*',
        '@graphql-yoga',
        '@apollo',
        '@as-integrations',
        'fastify',
        '@fastify',
        'dataloader',
      ],
      ['api/', 'main.ts'],
    ),
    onlyFrom('only-seeding-knows-yaml', ['yaml'], ['seeding/']),
    onlyFrom('only-readers-check-structure', ['ajv'], ['seeding/', 'importing/']),
    onlyFrom('only-importing-knows-formats', ['csv-parse', 'fast-xml-parser'], ['importing/']),
    onlyFrom('only-exporting-writes-formats', ['csv-stringify'], ['exporting/']),
    onlyFrom('only-resolving-compares-names', ['any-ascii', 'fastest-levenshtein'], ['resolving/']),
    onlyFrom('only-programs-face-the-terminal', ['commander', 'listr2'], ['[^/]+\\.ts$']),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
    },
  },
};
