import { existsSync } from 'node:fs';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** A copy of this folder, which has no such file beside it, asks the service itself. */
const SCHEMA = '../../schema/schema.graphql';
const SERVICE = process.env.CHANCERY_URL ?? 'http://127.0.0.1:4000/graphql';

/** `npm run generate`: types of the questions in these files, and a manifest that a service can be told to trust. */
const config: CodegenConfig = {
  schema: existsSync(new URL(SCHEMA, import.meta.url)) ? SCHEMA : SERVICE,
  documents: ['*.ts', '!codegen.ts'],
  generates: {
    'generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
      // The cache asks for it with everything; so the manifest must.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: {
        scalars: { Date: 'string', EDTF: 'string' },
        strictScalars: true,
        useTypeImports: true,
        importExtension: '.ts',
      },
    },
    'generated/possibleTypes.ts': { plugins: ['fragment-matcher'], config: { useExplicitTyping: true } },
  },
};

export default config;
