import type { Corpus } from '../corpus.ts';
import type { SeedFault } from '../fault.ts';
import { having } from '../item.ts';
import { namedParticipants, participantSets } from '../participantSets.ts';

/** Whoever takes part, is acted for, is quoted or has an organ is an entity of the corpus. */
export function* knownEntities(corpus: Corpus): Iterable<SeedFault> {
  const { entities, reports } = corpus;
  for (const entity of entities.having('partOf')) {
    const { partOf } = entity.value;
    if (partOf !== undefined) yield* entities.faultsOfUnknown(partOf, entity, ['partOf']);
  }
  for (const { item, participants } of participantSets(corpus)) {
    for (const { entity, onBehalfOf, path, whole } of namedParticipants(participants)) {
      yield* entities.faultsOfUnknown(entity, item, path);
      if (onBehalfOf !== null) yield* entities.faultsOfUnknown(onBehalfOf, item, [...whole, 'onBehalfOf']);
    }
  }
  for (const report of having(
    reports.map((each) => each.report),
    'attributedTo',
  )) {
    const { attributedTo } = report.value;
    if (attributedTo !== undefined) yield* entities.faultsOfUnknown(attributedTo, report, ['attributedTo']);
  }
}

/** Reports and the ledger name sources of the corpus. */
export function* knownSources({ sources, reports, ledger }: Corpus): Iterable<SeedFault> {
  for (const item of [...reports.map(({ report }) => report), ...ledger]) {
    if (item.isSound('source')) yield* sources.faultsOfUnknown(item.value.source, item, ['source']);
  }
}

/** An event is a part of, and follows, events of the corpus; those of the ledger are `linesCiteReports`'s. */
export function* knownEvents({ events }: Corpus): Iterable<SeedFault> {
  for (const field of ['partOf', 'follows'] as const) {
    for (const event of events.having(field)) {
      for (const [index, id] of (event.value[field] ?? []).entries()) {
        yield* events.faultsOfUnknown(id, event, [field, index]);
      }
    }
  }
}
