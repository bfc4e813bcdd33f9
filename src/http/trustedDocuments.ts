import type { ApolloServerPlugin, GraphQLRequest, GraphQLRequestListener } from '@apollo/server';
import { type GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import type { Reader } from '../answers/reader.ts';
import { refused } from './errors.ts';

/** Documents by the ids that clients ask for them by: as a rule, hashes of their texts. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Answers these documents, named by their ids, and no other. */
export function onlyTrusted(documents: TrustedDocuments): ApolloServerPlugin<Reader> {
  const byId = new Map([...documents].map(([id, text]) => [bare(id), text]));
  return {
    requestDidStart({ request }) {
      const id = idIn(request);
      const document = request.query || id === undefined ? undefined : byId.get(bare(id));
      if (document === undefined) return Promise.resolve(refusing(request, untrusted(id)));
      request.query = document;
      // It is found; Apollo Server need not look for it.
      delete request.extensions?.persistedQuery;
      return Promise.resolve();
    },
  };
}

/** Refuses a request that names a document by id, because this server has no manifest. */
export const withoutManifest: ApolloServerPlugin<Reader> = {
  requestDidStart({ request }) {
    // By a hash, Apollo Server says so itself, in the words that clients know.
    const isNamed = !request.query && !request.extensions?.persistedQuery && idIn(request) !== undefined;
    return Promise.resolve(isNamed ? refusing(request, noManifest()) : undefined);
  },
};

/** What is refused is not even parsed: a document that asks nothing stands in for it. */
function refusing(request: GraphQLRequest, error: GraphQLError): GraphQLRequestListener<Reader> {
  request.query = '{ __typename }';
  delete request.extensions?.persistedQuery;
  return { didResolveOperation: () => Promise.reject(error) };
}

/** Why documents do not fit the schema, each with its id; none where all do. */
export function misfits(documents: TrustedDocuments, schema: GraphQLSchema): string[] {
  return [...documents].flatMap(([id, text]) => {
    try {
      return validate(schema, parse(text)).map(({ message }) => `${id}: ${message}`);
    } catch (error) {
      return [`${id}: ${(error as Error).message}`];
    }
  });
}

/** The id as Apollo Client and urql give it, or as GraphQL over HTTP has it. */
function idIn({ extensions, http }: GraphQLRequest): string | undefined {
  const { sha256Hash } = (extensions?.persistedQuery ?? {}) as { readonly sha256Hash?: unknown };
  const { documentId } = (http?.body ?? {}) as { readonly documentId?: unknown };
  const id = sha256Hash ?? documentId ?? new URLSearchParams(http?.search).get('documentId');
  return typeof id === 'string' ? id : undefined;
}

/** Some tools write and send hashes with the name of their kind before them, others without. */
function bare(id: string): string {
  return id.replace(/^sha256:/, '');
}

function noManifest(): GraphQLError {
  return refused(
    'PERSISTED_QUERY_NOT_SUPPORTED',
    '"documentId" is unknown, because this server has no manifest of documents (TRUSTED_DOCUMENTS). Send the text of the document as "query".',
  );
}

const MAX_ID_SHOWN = 100;

function untrusted(id: string | undefined): GraphQLError {
  const how = 'by "documentId" or "extensions.persistedQuery.sha256Hash", without "query"';
  return refused(
    'UNTRUSTED_DOCUMENT',
    id === undefined
      ? `This server answers only documents in its manifest. Name one ${how}.`
      : `The document "${id.slice(0, MAX_ID_SHOWN)}" is not in the manifest, or came with a text. Name a document in the manifest ${how}.`,
  );
}
